package basics.embedded.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.dynamodb.StreamReader;
import basics.embedded.lambda.Outcome;

/** What is read of a stream when a call or a delivery fails in between. */
class PollerTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Stream stream = new Stream();
    private final Checkpoints checkpoints = new Checkpoints(Optional.empty());
    private final List<String> taken = new CopyOnWriteArrayList<>();

    @Test
    void shouldReadAShardWhoseFirstCallFailedAndItsParentNotAgain() throws InterruptedException {
        stream.shards = List.of(new StreamReader.Shard("1", ""), new StreamReader.Shard("2", "1"));
        stream.write("1");
        stream.write("2");
        stream.failures.set(1);

        try (var poller = poller(true, this::take)) {
            poller.start();

            await().atMost(LONGEST).untilAsserted(() -> assertThat(taken).containsExactly("10", "20"));
        }
        assertThat(checkpoints.of("Stream", "1")).contains(Checkpoints.END);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void shouldBeginWithTheNextRecordOnlyOnce(int before) throws InterruptedException {
        stream.shards = List.of(new StreamReader.Shard("2", ""));
        for (var count = 0; count < before; count++) {
            stream.write("2");
        }

        try (var poller = poller(false, this::take)) {
            poller.start();
        }
        stream.write("2");
        try (var poller = poller(false, this::take)) {
            poller.start();

            await().atMost(LONGEST).untilAsserted(() -> assertThat(taken).containsExactly("2" + before));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void shouldDeliverTheFirstBatchAgainWhereTheNextRecordIsTheFirst(int before) throws InterruptedException {
        stream.shards = List.of(new StreamReader.Shard("2", ""));
        for (var count = 0; count < before; count++) {
            stream.write("2");
        }
        var calls = new AtomicInteger();

        try (var poller = poller(false, records -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("as a full disk");
            }
            return take(records);
        })) {
            poller.start();
            stream.write("2");

            await().atMost(LONGEST).untilAsserted(() -> assertThat(taken).containsExactly("2" + before));
        }
    }

    private Outcome take(List<? extends JsonNode> records) {
        records.forEach(record -> taken.add(Records.sequenceNumber(record)));
        return new Outcome.Answer(new byte[0]);
    }

    private Poller poller(boolean oldestFirst, Delivery.To function) {
        return new Poller(DeliveryTest.mapping(oldestFirst, OptionalInt.empty(), Optional.empty()), stream, function,
                checkpoints, _ -> {}, _ -> {});
    }

    /** Shard 1 is closed, others are not. The numbers of records begin with that of their shard. */
    private static final class Stream implements StreamReader {
        private final List<String> numbers = new ArrayList<>();
        private final AtomicInteger failures = new AtomicInteger();
        private volatile List<Shard> shards = List.of();

        synchronized void write(String shard) {
            numbers.add(shard + of(shard).size());
        }

        private synchronized List<String> of(String shard) {
            return numbers.stream().filter(number -> number.startsWith(shard)).toList();
        }

        @Override
        public List<Shard> shards() {
            return shards;
        }

        @Override
        public String oldest(String shard) {
            if (shard.equals("2") && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("as a call that DynamoDB refuses");
            }
            return "0";
        }

        @Override
        public Optional<String> last(String shard) {
            return of(shard).isEmpty() ? Optional.empty() : Optional.of(of(shard).getLast());
        }

        @Override
        public String after(String shard, String sequenceNumber) {
            return Integer.toString(Integer.parseInt(sequenceNumber.substring(1)) + 1);
        }

        @Override
        public Page records(String shard, String iterator) {
            var all = of(shard);
            var records = all.subList(Integer.parseInt(iterator), all.size()).stream()
                    .<JsonNode>map(number -> DeliveryTest.record(Integer.parseInt(number), Instant.now())).toList();
            return new Page(records,
                    shard.equals("1") ? Optional.empty() : Optional.of(Integer.toString(all.size())));
        }

        @Override
        public long writes() {
            return 0;
        }

        @Override
        public void await(long writes, Duration longest) {
            // The pause between two calls is enough.
        }
    }
}
