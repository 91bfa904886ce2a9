package basics.counts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;

import basics.dynamodb.Setup;
import basics.http.Variables;
import basics.testing.Answer;
import basics.testing.Call;
import basics.testing.Handlers;
import basics.testing.LogLines;
import basics.testing.TableStream;
import basics.testing.Tables;
import basics.testing.TestContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Calls the functions of counts on new tables, with a clock that the test sets. */
final class CountCalls {
    static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");
    /** The function's timeout. */
    static final int TIMEOUT_MILLIS = 60_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    final Tables tables;
    final String events;
    final String counts;
    private final TableStream stream;
    /** As the consumer counts, in one execution environment. */
    final Counter counter;
    Instant now = NOW;
    int shards = 1;
    final LogLines log = new LogLines();

    CountCalls() {
        tables = new Tables();
        events = tables.make("event", "timestamp", "by-date", "date");
        counts = countsTable(tables);
        stream = tables.stream(events);
        counter = Counter.of(tables.client(), counts, () -> now);
    }

    /** Other execution environments with the same tables. */
    CountCalls(CountCalls others) {
        tables = others.tables;
        events = others.events;
        counts = others.counts;
        stream = others.stream;
        counter = Counter.of(tables.client(), counts, () -> now);
    }

    /** Creates a table of counts. */
    static String countsTable(Tables tables) {
        return tables.make("event", "day");
    }

    Setup setup(DynamoDbClient client) {
        return new Setup(new Variables(Map.of("EVENTS_TABLE", events, "EVENTS_BY_DATE_INDEX", "by-date",
                "COUNTS_TABLE", counts, "EVENT_SHARDS", Integer.toString(shards))), () -> now, client);
    }

    /** A handler of events in a new execution environment. */
    private RequestStreamHandler ofEvents(String name) {
        return Handlers.of("basics.events." + name, setup(tables.client()));
    }

    /** The consumer in a new execution environment. */
    KeepCounts consumer() {
        return consumer(tables.client());
    }

    KeepCounts consumer(DynamoDbClient client) {
        return new KeepCounts(setup(client));
    }

    Answer record(String json) {
        return Call.withBody(json).to(ofEvents("RecordEvent"));
    }

    Answer recordBatch(String json) {
        return Call.withBody(json).to(ofEvents("RecordEvents"));
    }

    static String event(String name, String timestamp, String id) {
        return MAPPER.createObjectNode().put("event", name).put("timestamp", timestamp).put("id", id).toString();
    }

    /** The next records of the events' stream, as they came at the test's time. Waits until so many are there. */
    List<Record> delivered(int count) {
        return stream.next(count).stream().map(this::atTheTestsTime).toList();
    }

    /** As {@link #delivered}, those that are there by now. */
    List<Record> delivered() {
        return stream.available().stream().map(this::atTheTestsTime).toList();
    }

    private Record atTheTestsTime(Record record) {
        return record.toBuilder()
                .dynamodb(record.dynamodb().toBuilder().approximateCreationDateTime(now).build()).build();
    }

    /** Lets a consumer count records. Returns the sequence numbers that it reports as failed. */
    List<String> keep(KeepCounts consumer, List<Record> records) {
        return keep(consumer, Deliveries.json(records));
    }

    List<String> keep(KeepCounts consumer, String event) {
        return keep(consumer, event, TIMEOUT_MILLIS);
    }

    List<String> keep(KeepCounts consumer, String event, int remainingMillis) {
        var output = new ByteArrayOutputStream();
        try {
            consumer.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), output,
                    new TestContext(log, () -> remainingMillis));
            var failed = new ArrayList<String>();
            MAPPER.readTree(output.toByteArray()).get("batchItemFailures")
                    .forEach(item -> failed.add(item.get("itemIdentifier").textValue()));
            return failed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param query alternating names and values */
    Answer count(String event, String... query) {
        var call = Call.of().path("event", event);
        for (var i = 0; i < query.length; i += 2) {
            call.query(query[i], query[i + 1]);
        }
        return call.to(new CountEvents(setup(tables.client())));
    }

    /** All items of the table of counts. */
    Set<Map<String, AttributeValue>> stored() {
        return Objects.requireNonNull(tables.contents().get(counts));
    }

    /** The counts by period, without those of 0. */
    static Map<String, Integer> counted(Answer answer) {
        var counted = new LinkedHashMap<String, Integer>();
        answer.items().forEach(item -> {
            if (item.get("count").intValue() != 0) {
                counted.put(item.get("period").textValue(), item.get("count").intValue());
            }
        });
        return counted;
    }
}
