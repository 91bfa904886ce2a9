package basics.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Values;
import basics.testing.Answer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Counts are exact: whatever is recorded, and however the stream delivers it, {@code countEvents} answers what a plain
 * model counts. The records come from the stream of a real table, through the real handlers.
 */
class ExactCountsTest {
    /** Two of the names end like the number of a shard. */
    private static final List<String> NAMES = List.of("clicked button", "level 3", "level 03");
    private static final List<String> DAYS = List.of("0000-01-01", "2026-11-18", "9999-12-31");
    private static final int DAYS_A_QUERY = 8;

    private static final AtomicLong tries = new AtomicLong();
    private static final AtomicLong recorded = new AtomicLong();
    private static final AtomicLong deliveries = new AtomicLong();
    private static final AtomicLong redeliveries = new AtomicLong();
    private static final AtomicLong wrong = new AtomicLong();

    /** An event to record. The time is null for the present. */
    record Wish(String name, @Nullable String time, String id, int expiresAfterMinutes) {
        String key(Instant now) {
            return name + '\n' + timestamp(now) + '\n' + id;
        }

        String timestamp(Instant now) {
            return time == null ? now.toString() : time;
        }

        String json(Instant now) {
            return "{\"event\":\"" + name + "\",\"timestamp\":\"" + timestamp(now) + "\",\"id\":\"" + id + "\""
                    + (expiresAfterMinutes == 0
                            ? "}"
                            : ",\"expires_at\":" + (now.getEpochSecond() + 60L * expiresAfterMinutes) + "}");
        }
    }

    sealed interface Step {}

    record RecordOne(Wish wish) implements Step {}

    record RecordBatch(List<Wish> wishes) implements Step {}

    record Pass(int minutes) implements Step {}

    /** TTL removes what has expired. */
    record RemoveExpired() implements Step {}

    record ChangeShards(int shards) implements Step {}

    /** Records are delivered, somehow. */
    record Deliver(long seed) implements Step {}

    @Provide
    Arbitrary<List<Step>> steps() {
        var times = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of("2026-11-22T09:30:00Z", "2026-11-22T10:00:00Z",
                        "2026-11-22T09:59:59.999999999Z", "2026-11-21T23:59:59.999999999Z", "2026-11-22T00:00:00Z",
                        "2026-11-19T05:00:00+14:00")),
                Tuple.of(1, Arbitraries.of("0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z")),
                Tuple.of(2, Arbitraries.just("now")));
        Arbitrary<Wish> wishes = Combinators.combine(Arbitraries.of(NAMES), times, Arbitraries.of("a", "b", "c", "d"),
                Arbitraries.of(0, 0, 1, 30)).as(
                        (name, time, id, expiry) -> new Wish(name, time.equals("now") ? null : time, id, expiry));
        return Arbitraries.<Step>frequencyOf(
                Tuple.of(6, wishes.map(RecordOne::new)),
                Tuple.of(6, wishes.list().ofMinSize(1).ofMaxSize(12).map(RecordBatch::new)),
                Tuple.of(3, Arbitraries.integers().between(1, 45).map(Pass::new)),
                Tuple.of(1, Arbitraries.just(new RemoveExpired())),
                Tuple.of(2, Arbitraries.of(1, 2, 4, 7).map(ChangeShards::new)),
                Tuple.of(5, Arbitraries.longs().map(Deliver::new)))
                .list().ofMinSize(5).ofMaxSize(30);
    }

    @Property
    void shouldCountWhatAPlainModelCounts(@ForAll("steps") List<Step> steps) {
        tries.incrementAndGet();
        var run = new Run();
        for (var step : steps) {
            switch (step) {
                case RecordOne one -> run.record(List.of(one.wish), run.calls.record(one.wish.json(run.calls.now)));
                case RecordBatch batch -> run.recordBatch(batch.wishes);
                case Pass pass -> run.calls.now = run.calls.now.plus(Duration.ofMinutes(pass.minutes));
                case RemoveExpired remove -> run.removeExpired();
                case ChangeShards change -> run.calls.shards = change.shards;
                case Deliver deliver -> run.deliver(new Random(deliver.seed));
            }
        }
        run.deliverTheRest();

        for (var name : NAMES) {
            assertCounted(run, name);
        }
    }

    private static void assertCounted(Run run, String name) {
        var hours = new TreeMap<String, Integer>();
        var days = new TreeMap<String, Integer>();
        for (var first : DAYS) {
            var to = first.startsWith("9999")
                    ? "9999-12-31T23:59:59.999999999Z"
                    : LocalDate.parse(first).plusDays(DAYS_A_QUERY).toString();
            hours.putAll(CountCalls.counted(run.calls.count(name, "from", first, "to", to)));
            days.putAll(CountCalls.counted(run.calls.count(name, "from", first, "to", to, "by", "day")));
        }
        var expected = run.counts.getOrDefault(name, Map.of());
        if (!hours.equals(expected)) {
            wrong.incrementAndGet();
        }
        assertThat(hours).as(name).isEqualTo(expected);
        assertThat(days).as(name).isEqualTo(expected.entrySet().stream().collect(Collectors
                .groupingBy(entry -> entry.getKey().substring(0, 10), Collectors.summingInt(Map.Entry::getValue))));
    }

    /** The figures for a reader of the test's report. */
    @AfterContainer
    static void report() {
        System.out.println("counts: tries=" + tries + " events=" + recorded + " records_delivered=" + deliveries
                + " of_them_again=" + redeliveries + " names_counted_wrong=" + wrong);
    }

    /** The service on new tables, the model beside it, and the stream's records. */
    private static final class Run {
        final CountCalls calls = new CountCalls();
        /** The model: events by hour, by name. */
        final Map<String, Map<String, Integer>> counts = new HashMap<>();
        /** The model: when each stored event expires, by its key. */
        private final Map<String, Long> stored = new LinkedHashMap<>();
        /** How many records of events the stream still owes. */
        private int awaited;
        private final List<Record> pending = new ArrayList<>();
        private final List<Record> delivered = new ArrayList<>();
        private final Set<String> first = new HashSet<>();
        private final KeepCounts warm = calls.consumer();

        void recordBatch(List<Wish> batch) {
            record(batch, calls.recordBatch(batch.stream().map(wish -> wish.json(calls.now))
                    .collect(Collectors.joining(",", "{\"events\":[", "]}"))));
        }

        void record(List<Wish> some, Answer answer) {
            if (answer.status() >= 400) {
                // Recorded already, or twice in the batch, with another expiry: then nothing of it is recorded.
                assertThat(answer.status()).as(answer.body()).isIn(400, 409);
                return;
            }
            var added = 0;
            for (var wish : some) {
                var key = wish.key(calls.now);
                if (stored.getOrDefault(key, 0L) <= calls.now.getEpochSecond()) {
                    stored.put(key, wish.expiresAfterMinutes == 0
                            ? Long.MAX_VALUE
                            : calls.now.getEpochSecond() + 60L * wish.expiresAfterMinutes);
                    counts.computeIfAbsent(wish.name, _ -> new TreeMap<>()).merge(hour(wish), 1, Integer::sum);
                    added++;
                }
            }
            recorded.addAndGet(added);
            awaited += added;
            arrived();
        }

        private String hour(Wish wish) {
            return OffsetDateTime.parse(wish.timestamp(calls.now)).withOffsetSameInstant(
                    ZoneOffset.UTC).toString().substring(0, "2026-11-22T10".length());
        }

        /** Takes what the stream has got by now. */
        private void arrived() {
            var records = calls.delivered();
            pending.addAll(records);
            awaited -= (int) records.stream()
                    .filter(record -> !".".equals(Values.text(record.dynamodb().keys(), "event")))
                    .count();
        }

        void removeExpired() {
            var now = DayCounts.number(calls.now.getEpochSecond());
            calls.tables.client().scan(scan -> scan.tableName(calls.events).filterExpression("expires_at <= :now")
                    .expressionAttributeValues(Map.of(":now", now))).items()
                    .forEach(item -> calls.tables.client().deleteItem(delete -> delete.tableName(calls.events)
                            .key(Map.of("event", Values.text(Values.text(item, "event")), "timestamp",
                                    Values.text(Values.text(item, "timestamp"))))));
            var before = stored.size();
            stored.values().removeIf(expiry -> expiry <= calls.now.getEpochSecond());
            awaited += before - stored.size();
            arrived();
        }

        /** Delivers what is pending and some of what was delivered before, in any groups and any order. */
        void deliver(Random random) {
            var records = new ArrayList<>(pending);
            pending.clear();
            delivered.stream().filter(_ -> random.nextInt(3) == 0).forEach(records::add);
            if (random.nextBoolean()) {
                Collections.shuffle(records, random);
            }
            while (!records.isEmpty()) {
                var batch = records.subList(0, 1 + random.nextInt(records.size()));
                deliver(List.copyOf(batch), random);
                batch.clear();
            }
        }

        private void deliver(List<Record> batch, Random random) {
            count(batch);
            switch (random.nextInt(8)) {
                case 0 -> settle(batch, calls.keep(calls.consumer(), batch));
                case 1 -> {
                    // It counts, and is killed before it answers.
                    calls.keep(random.nextBoolean() ? warm : calls.consumer(), batch);
                    pending.addAll(batch);
                }
                case 2, 3 -> settle(batch,
                        calls.keep(calls.consumer(new InterferingDynamoDb(calls.tables.client(), random, 3)), batch));
                case 4 -> settle(batch, calls.keep(warm, Deliveries.json(batch), 1_000));
                case 5 -> {
                    // As the tool counts what is in the queue of failed batches.
                    var outcome = Counter.of(calls.tables.client(), calls.counts, () -> calls.now)
                            .count(batch.stream().map(StreamRecord::of).toList(), () -> CountCalls.TIMEOUT_MILLIS);
                    settle(batch, outcome.failures().stream()
                            .map(failure -> String.valueOf(failure.record().sequenceNumber())).toList());
                }
                case 6 -> {
                    // A consumer that seemed dead goes on while its successor has begun.
                    var other = CompletableFuture.supplyAsync(() -> calls.keep(calls.consumer(), batch));
                    settle(batch, calls.keep(calls.consumer(), batch));
                    other.join();
                    count(batch);
                }
                default -> settle(batch, calls.keep(warm, batch));
            }
        }

        /** Lambda delivers failed records again. */
        private void settle(List<Record> batch, List<String> failed) {
            for (var record : batch) {
                (failed.contains(record.dynamodb().sequenceNumber()) ? pending : delivered).add(record);
            }
        }

        private void count(List<Record> batch) {
            deliveries.addAndGet(batch.size());
            redeliveries.addAndGet(batch.stream().filter(record -> !first.add(record.eventID())).count());
        }

        void deliverTheRest() {
            await().until(() -> {
                arrived();
                return awaited == 0;
            });
            while (!pending.isEmpty()) {
                var batch = List.copyOf(pending);
                pending.clear();
                count(batch);
                settle(batch, calls.keep(warm, batch));
            }
        }
    }
}
