package basics.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Counts are exact: whatever is recorded, and however the stream delivers it, {@code countEvents} answers what a plain
 * model counts. The records come from the stream of a real table, through the real handlers.
 */
class ExactCountsTest {
    /** What the names begin or end with. Two of them end like the number of a shard. */
    private static final List<String> NAMES = List.of("clicked button %d", "level %d#3", "level %d#03");
    private static final int MOST_SHARDS = 7;
    /** What the times of the events lie in. */
    private static final Map<String, String> RANGES = Map.of("0000-01-01", "0000-01-02", "2026-11-18", "2026-11-26",
            "9999-12-31", "9999-12-31T23:59:59.999999999Z");
    /** One set of tables for all tries. Each has event names of its own. */
    private static final CountCalls calls = new CountCalls();
    private static final AtomicLong tries = new AtomicLong();
    private static final CountingRun.Figures figures = new CountingRun.Figures();
    private static final AtomicLong wrong = new AtomicLong();

    /** An event to record: a number of {@link #NAMES}, and a time or null for the present. */
    record Wish(int name, @Nullable String time, String id, int expiresAfterMinutes) {
        String timestamp(Instant now) {
            return time == null ? now.toString() : time;
        }

        String json(String event, Instant now) {
            return "{\"event\":\"" + event + "\",\"timestamp\":\"" + timestamp(now) + "\",\"id\":\"" + id + "\""
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
        Arbitrary<Wish> wishes = Combinators.combine(Arbitraries.of(0, 1, 2), times, Arbitraries.of("a", "b", "c", "d"),
                Arbitraries.of(0, 0, 1, 30)).as(
                        (name, time, id, expiry) -> new Wish(name, time.equals("now") ? null : time, id, expiry));
        return Arbitraries.<Step>frequencyOf(
                Tuple.of(6, wishes.map(RecordOne::new)),
                Tuple.of(6, wishes.list().ofMinSize(1).ofMaxSize(12).map(RecordBatch::new)),
                Tuple.of(3, Arbitraries.integers().between(1, 45).map(Pass::new)),
                Tuple.of(1, Arbitraries.just(new RemoveExpired())),
                Tuple.of(2, Arbitraries.of(1, 2, 4, MOST_SHARDS).map(ChangeShards::new)),
                Tuple.of(5, Arbitraries.longs().map(Deliver::new)))
                .list().ofMinSize(5).ofMaxSize(30);
    }

    @Property
    void shouldCountWhatAPlainModelCounts(@ForAll("steps") List<Step> steps) {
        var number = tries.incrementAndGet();
        var names = NAMES.stream().map(name -> name.formatted(number)).toList();
        calls.now = CountCalls.NOW;
        calls.shards = 1;
        var run = new CountingRun(calls, names, figures);
        for (var step : steps) {
            switch (step) {
                case RecordOne one -> run.record(one.wish);
                case RecordBatch batch -> run.recordBatch(batch.wishes);
                case Pass pass -> calls.now = calls.now.plus(Duration.ofMinutes(pass.minutes));
                case RemoveExpired remove -> run.removeExpired(MOST_SHARDS);
                case ChangeShards change -> calls.shards = change.shards;
                case Deliver deliver -> run.deliver(new Random(deliver.seed));
            }
        }
        run.deliverTheRest();

        for (var name : names) {
            assertCounted(name, run.expected(name));
        }
    }

    private static void assertCounted(String name, Map<String, Integer> expected) {
        var hours = new TreeMap<String, Integer>();
        var days = new TreeMap<String, Integer>();
        RANGES.forEach((from, to) -> {
            hours.putAll(CountCalls.counted(calls.count(name, "from", from, "to", to)));
            days.putAll(CountCalls.counted(calls.count(name, "from", from, "to", to, "by", "day")));
        });
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
        System.out.println("counts: tries=" + tries + " events=" + figures.recorded() + " records_delivered="
                + figures.deliveries() + " of_them_again=" + figures.again() + " names_counted_wrong=" + wrong);
    }
}
