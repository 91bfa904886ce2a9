package basics.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import basics.counts.Counter;
import basics.counts.StreamRecord;
import basics.dynamodb.Setup;
import basics.dynamodb.Values;
import basics.http.Variables;
import basics.testing.Answer;
import basics.testing.Call;
import basics.testing.Handlers;
import basics.testing.Tables;
import basics.time.Timestamp;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * One event name that everybody records, in an environment with a number of shards. Fixed ids and times make every run
 * the same.
 */
final class HotName {
    static final String NAME = "clicked button";
    static final String BY_DATE = "by-date";
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final int BATCH = 100;
    /** Records in a batch of the stream, and the time of a set of seen records. */
    private static final int LARGEST = 500;
    private static final int SECONDS = 10;
    private static final int PATIENCE = 60_000; // ms
    private static final Pattern READ_UNITS = Pattern.compile("\\bread_units=(\\S+)");

    private final Tables tables = new Tables();
    private final String events = tables.make("event", "timestamp", BY_DATE, "date");
    private final String counts = tables.make("event", "day");
    private final Setup setup;

    HotName(int shards) {
        setup = setup(events, counts, shards, tables.client());
    }

    private static Setup setup(String events, String counts, int shards, DynamoDbClient client) {
        return new Setup(new Variables(Map.of("EVENTS_TABLE", events, "EVENTS_BY_DATE_INDEX", BY_DATE, "COUNTS_TABLE",
                counts, "EVENT_SHARDS", shards == 1 ? "" : Integer.toString(shards))), () -> NOW, client);
    }

    /**
     * How many of so many events go to each value of a partition key: {@code event} of the table, {@code date} of the
     * index. That is what the function asks DynamoDB to write.
     */
    static Map<String, Map<String, Integer>> spread(int shards, int count) {
        var spread = Map.<String, Map<String, Integer>>of("event", new TreeMap<>(), "date", new TreeMap<>());
        var client = new NotedWrites(item -> spread.forEach((key, counted) -> counted
                .merge(Objects.requireNonNull(item.get(key)).s(), 1, Integer::sum)));
        record(Handlers.of("basics.events.RecordEvents", setup("events", "counts", shards, client)), count);
        return spread;
    }

    /** Records this many events, one a second, in batches, and counts them. */
    HotName recorded(int count) {
        record(Handlers.of("basics.events.RecordEvents", setup), count);
        var records = tables.client().scanPaginator(scan -> scan.tableName(events)).items().stream()
                .map(item -> inserted(Values.text(item, "event"), Values.text(item, "timestamp"))).toList();
        assertThat(counter(counts).count(records, () -> PATIENCE).failures()).isEmpty();
        return this;
    }

    private Counter counter(String table) {
        return Counter.of(tables.client(), table, () -> NOW);
    }

    /** A record of the stream. All come within ten seconds. */
    private static StreamRecord inserted(String event, String timestamp) {
        return new StreamRecord("1", event + timestamp, "INSERT", NOW.getEpochSecond(), event, timestamp, false, null);
    }

    /**
     * The write units for counting an event on AWS, while so many a second come under one partition key: a batch each
     * second, or when {@value #LARGEST} records wait.
     */
    BigDecimal counting(int perSecond) {
        var records = IntStream.range(0, SECONDS * perSecond)
                .mapToObj(number -> inserted(NAME, Timestamp.stored(START) + "#c-" + number)).toList();
        var table = tables.make("event", "day");
        var counter = counter(table);
        var units = 0.0;
        var size = Math.min(LARGEST, perSecond);
        for (var first = 0; first < records.size(); first += size) {
            var before = stored(table);
            assertThat(counter.count(records.subList(first, Math.min(records.size(), first + size)),
                    () -> PATIENCE).failures()).isEmpty();
            var changed = stored(table);
            changed.removeAll(before);
            assertThat(changed).as("the items of one transaction: the counters and what has been seen").hasSize(2);
            units += transaction(changed);
        }
        return average(units, records.size(), 2);
    }

    private Set<Map<String, AttributeValue>> stored(String table) {
        return tables.client().scanPaginator(scan -> scan.tableName(table)).items().stream()
                .collect(Collectors.toSet());
    }

    /**
     * What AWS charges for writing these items in one transaction: twice what each of them alone costs ("Read and write
     * operations", Developer Guide). For items of more than 1 KB, DynamoDB Local reports twice that.
     */
    private double transaction(Set<Map<String, AttributeValue>> items) {
        var other = tables.make("event", "day");
        return 2 * items.stream().mapToDouble(item -> tables.client().putItem(put -> put.tableName(other).item(item)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)).consumedCapacity().capacityUnits()).sum();
    }

    /**
     * What it takes on AWS to count events of many names, while so many a second come in all and lie in one partition of
     * the stream: a batch each second. Every name has as many.
     *
     * @param names the same ones each second, unless there are as many as events: then each event has its own
     */
    static Counting counting(int shards, int names, int perSecond) {
        var records = new ArrayList<StreamRecord>();
        var client = new NotedWrites(item -> records.add(inserted(Values.text(item, "event"),
                Values.text(item, "timestamp"))));
        record(Handlers.of("basics.events.RecordEvents", setup("events", "counts", shards, client)),
                SECONDS * perSecond, number -> event(names == 1 ? NAME : NAME + ' ' + number % names(names, perSecond),
                        number));
        var counts = new NotedCounts();
        var counter = Counter.of(counts, "counts", () -> NOW);
        for (var first = 0; first < records.size(); first += perSecond) {
            assertThat(counter.count(records.subList(first, first + perSecond), () -> PATIENCE).failures()).isEmpty();
        }
        return new Counting(average((double) counts.units(), records.size(), 2),
                average((double) counts.stored(), records.size(), 0));
    }

    private static int names(int names, int perSecond) {
        return names == perSecond ? SECONDS * perSecond : names;
    }

    private static BigDecimal average(double sum, int count, int digits) {
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), digits, RoundingMode.HALF_UP);
    }

    /**
     * What counting takes for an event.
     *
     * @param units to write
     * @param bytes that the sets of seen records take while they are kept
     */
    record Counting(BigDecimal units, BigDecimal bytes) {
        List<String> cells() {
            return List.of(units.toPlainString(), bytes.toPlainString());
        }
    }

    private static void record(RequestStreamHandler recordEvents, int count) {
        record(recordEvents, count, number -> event(NAME, number));
    }

    private static void record(RequestStreamHandler recordEvents, int count, IntFunction<String> events) {
        for (var first = 0; first < count; first += BATCH) {
            var body = IntStream.range(first, first + BATCH).mapToObj(events)
                    .collect(Collectors.joining(",", "{\"events\":[", "]}"));
            assertThat(Call.withBody(body).to(recordEvents).status()).isEqualTo(200);
        }
    }

    private static String event(String name, int number) {
        return "{\"event\":\"%s\",\"timestamp\":\"%s\",\"id\":\"c-%d\",\"button\":\"buy\"}".formatted(name,
                START.plusSeconds(number), number);
    }

    /**
     * The read units and the calls of a request, once the function knows how far to look.
     *
     * @param query alternating names and values
     */
    Reading read(String className, int items, String... query) {
        var handler = Handlers.of(className, setup);
        assertThat(request(handler, query).answer.items()).hasSize(items);
        tables.forgetResponses();
        return new Reading(logged(request(handler, query).call, READ_UNITS),
                tables.responses().stream().filter(QueryResponse.class::isInstance).count());
    }

    private record Asked(Call call, Answer answer) {}

    private static Asked request(RequestStreamHandler handler, String... query) {
        var call = Call.of().path("event", NAME);
        for (var i = 0; i < query.length; i += 2) {
            call.query(query[i], query[i + 1]);
        }
        return new Asked(call, call.to(handler));
    }

    /** What a function says in its log. */
    private static BigDecimal logged(Call call, Pattern units) {
        return call.log().lines().stream().map(units::matcher).filter(Matcher::find)
                .map(found -> new BigDecimal(found.group(1))).findFirst().orElseThrow();
    }

    /** @param units as DynamoDB reported them */
    record Reading(BigDecimal units, long calls) {
        List<String> cells() {
            return List.of(units.stripTrailingZeros().toPlainString(), Long.toString(calls));
        }
    }
}
