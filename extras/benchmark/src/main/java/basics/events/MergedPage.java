package basics.events;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import basics.dynamodb.Capacity;
import basics.dynamodb.Values;
import basics.http.Variables;
import basics.pages.Page;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Measures a page of 100 events over shards, with the same compiler as on Lambda: the rounds of calls at once and the
 * merge. DynamoDB's answers are ready beforehand, and the events are not encoded. It is in this package to reach the
 * merge.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MergedPage {
    private static final int PAGE = 100;
    private static final int EVENTS = 1_000;
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final byte[] SHOWN = {'0'};

    /** In how many shards the events lie. */
    @Param({"1", "4", "16", "100"})
    public int shards;

    private Events events = new Events(new Ready(List.of()), "events", null, Event.NAME, InstantSource.fixed(NOW),
            shards(1));

    private static Shards shards(int number) {
        return Shards.of(new basics.dynamodb.Setup(new Variables(Map.of("EVENT_SHARDS", Integer.toString(number))),
                InstantSource.fixed(NOW), null), new Ready(List.of()), "events");
    }

    @Setup
    public void record() {
        var client = new Ready(IntStream.range(0, EVENTS).mapToObj(this::event).toList());
        events = new Events(client, "events", null, Event.NAME, InstantSource.fixed(NOW), shards(shards));
    }

    private Map<String, AttributeValue> event(int number) {
        var id = "c-" + number;
        return Map.of(Event.NAME, Values.text(ShardKey.of("e", ShardKey.ofId(id, shards))), Event.TIMESTAMP,
                Values.text(SortKey.of(NOW.plusMillis(number), id).stored()));
    }

    @Benchmark
    public byte[] mergePage() throws IOException {
        var query = new EventQuery("e", new TimeRange(null, null), false, PAGE, null);
        return Page.read(query.source(events, Map.of(), new Capacity()), Map.of(), PAGE, new View());
    }

    private static final class View implements Page.View {
        @Override
        public byte[] show(Map<String, AttributeValue> item) {
            return SHOWN;
        }

        @Override
        public String cursor(Map<String, AttributeValue> item) {
            return "";
        }
    }

    /** DynamoDB whose answers are ready: a shard's next events, in order. */
    private static final class Ready implements DynamoDbClient {
        private final Map<AttributeValue, List<Map<String, AttributeValue>>> shards;
        private final Map<AttributeValue, Integer> places = new HashMap<>();

        private Ready(List<Map<String, AttributeValue>> events) {
            shards = events.stream().collect(Collectors.groupingBy(
                    event -> Objects.requireNonNull(event.get(Event.NAME))));
            shards.values().forEach(shard -> IntStream.range(0, shard.size()).forEach(
                    i -> places.put(Objects.requireNonNull(shard.get(i).get(Event.TIMESTAMP)), i)));
        }

        @Override
        public QueryResponse query(QueryRequest request) {
            var partition = request.expressionAttributeValues().values().iterator().next();
            var shard = shards.getOrDefault(partition, List.of());
            var from = request.hasExclusiveStartKey()
                    ? places.getOrDefault(request.exclusiveStartKey().get(Event.TIMESTAMP), -1) + 1
                    : 0;
            var limit = Objects.requireNonNullElse(request.limit(), shard.size());
            var items = shard.subList(from, Math.min(shard.size(), from + limit));
            return QueryResponse.builder().items(items).scannedCount(items.size())
                    .lastEvaluatedKey(from + items.size() == shard.size() ? Map.of() : items.getLast()).build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
