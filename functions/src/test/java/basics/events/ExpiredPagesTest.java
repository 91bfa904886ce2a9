package basics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import basics.dynamodb.Values;
import basics.testing.Answer;
import basics.testing.Filling;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Compares pages of a day's events with a model in memory. The events expire at random, and the clock advances from
 * page to page. {@code -Dpages.seeds=1000} tries 1000 tables instead of 6, beginning with seed {@code -Dpages.seed}.
 */
@Execution(ExecutionMode.CONCURRENT)
class ExpiredPagesTest {
    private static final int EVENTS = 240;
    private static final int SEEDS = Integer.getInteger("pages.seeds", 6);
    private static final int RUNS = 5;
    private static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");
    private static final long SECOND = EventCalls.NOW.getEpochSecond();

    /**
     * An event in the model.
     *
     * @param second of the day
     */
    private record Kept(int second, String id, @Nullable Long expiresAt) {
        private boolean isShown(Query query, Instant now) {
            return (expiresAt == null || expiresAt > now.getEpochSecond()) && second >= query.from
                    && second <= query.to;
        }

        private Map<String, AttributeValue> item() {
            var key = SortKey.of(DAY.plusSeconds(second), id);
            var item = new LinkedHashMap<>(Map.of(Event.NAME, Values.text("e"), Event.TIMESTAMP,
                    Values.text(key.stored()), Event.DATE, Values.text("2026-11-22")));
            if (expiresAt != null) {
                item.put(Event.EXPIRES_AT, AttributeValue.fromN(expiresAt.toString()));
            }
            return item;
        }
    }

    /** A query, with both ends included. */
    private record Query(boolean byName, int from, int to, boolean newestFirst, int limit) {
        private Answer ask(EventCalls calls, @Nullable String cursor) {
            var parameters = new ArrayList<>(List.of("from", DAY.plusSeconds(from).toString(), "to",
                    DAY.plusSeconds(to).toString(), "order", newestFirst ? "desc" : "asc", "limit",
                    Integer.toString(limit)));
            if (cursor != null) {
                parameters.addAll(List.of("cursor", cursor));
            }
            if (byName) {
                return calls.query("e", parameters.toArray(String[]::new));
            }
            parameters.addAll(List.of("date", "2026-11-22"));
            return calls.onDate(parameters.toArray(String[]::new));
        }
    }

    static LongStream seeds() {
        var first = Long.getLong("pages.seed", 1);
        return LongStream.range(first, first + SEEDS);
    }

    private final EventCalls calls = new EventCalls();

    /** Events that expire in runs, as in practice, and singly. */
    private static List<Kept> events(Random random) {
        var events = new ArrayList<Kept>();
        var usual = random.nextInt(4);
        for (var i = 0; i < EVENTS; i++) {
            if (random.nextInt(1 + random.nextInt(60)) == 0) {
                usual = random.nextInt(4);
            }
            var expiry = switch (random.nextInt(10) == 0 ? random.nextInt(4) : usual) {
                case 0 -> null;
                case 1 -> SECOND - random.nextInt(100);
                default -> SECOND + random.nextInt(40);
            };
            events.add(new Kept(i / 2, "id-" + random.nextInt(1_000_000) + "-" + i, expiry));
        }
        events.sort(Comparator.comparing((Kept event) -> event.second).thenComparing(Kept::id));
        return events;
    }

    private static Query query(Random random) {
        var from = random.nextInt(EVENTS / 2);
        var whole = random.nextBoolean();
        var limits = List.of(1, 3, 7, 7, 20, 20, 100, 1000);
        return new Query(random.nextBoolean(), whole ? 0 : from,
                whole ? EVENTS : from + random.nextInt(EVENTS / 2), random.nextBoolean(),
                limits.get(random.nextInt(limits.size())));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldShowUnexpiredEventsOnFullPages(long seed) {
        var random = new Random(seed);
        var events = events(random);
        Filling.fill(calls.tables.client(), calls.table(), events.stream().map(Kept::item));
        for (var run = 0; run < RUNS; run++) {
            page(query(random), events, random);
        }
    }

    /** Pages may be short and the last ones empty, but no event is lost or shown twice. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldLoseNothingWhenDynamoDbReadsLittleAtATime(long seed) {
        var random = new Random(seed);
        var events = events(random);
        Filling.fill(calls.tables.client(), calls.table(), events.stream().map(Kept::item));
        for (var run = 0; run < RUNS; run++) {
            calls.mostRead = 1 + random.nextInt(10);
            page(query(random), events, random);
        }
    }

    private void page(Query query, List<Kept> events, Random random) {
        var left = new ArrayList<>(query.newestFirst ? events.reversed() : events);
        calls.now = EventCalls.NOW;
        String cursor = null;
        do {
            var answer = query.ask(calls, cursor);
            var shown = left.stream().filter(event -> event.isShown(query, calls.now)).toList();
            var page = shown.subList(0, Math.min(query.limit, shown.size()));
            cursor = answer.nextCursor();

            assertThat(EventCalls.ids(answer)).as("%s at %s, %d read", query, calls.now, calls.mostRead)
                    .isEqualTo(page.stream().map(Kept::id).limit(answer.items().size()).toList());
            if (calls.mostRead == Integer.MAX_VALUE || cursor == null) {
                assertThat(answer.items()).as("%s at %s", query, calls.now).hasSameSizeAs(page);
                assertThat(cursor != null).as("%s has more", query).isEqualTo(shown.size() > page.size());
            }
            assertThat(answer.json().get("count").intValue()).isEqualTo(answer.items().size());
            assertThat(answer.json().get("scanned_count").intValue()).isGreaterThanOrEqualTo(answer.items().size());
            if (!answer.items().isEmpty()) {
                left.subList(0, left.indexOf(page.get(answer.items().size() - 1)) + 1).clear();
            }
            calls.now = calls.now.plusMillis(random.nextInt(3000));
        } while (cursor != null);
    }
}
