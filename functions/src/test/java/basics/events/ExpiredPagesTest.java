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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import basics.dynamodb.Values;
import basics.testing.Answer;
import basics.testing.Filling;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Pages of a day's events that expire at random, while time goes on from page to page, held against a model that keeps
 * them in a list. A seed that fails is in the test's name.
 */
class ExpiredPagesTest {
    private static final int EVENTS = 400;
    private static final int RUNS = 12;
    private static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");
    private static final long SECOND = EventCalls.NOW.getEpochSecond();

    /**
     * An event as the model has it.
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

    /** Both ends are in it. */
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
        return LongStream.range(first, first + RUNS);
    }

    private final EventCalls calls = new EventCalls();

    /** Whether they expire comes in runs, as it does in life, and one by one. */
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
        var limits = List.of(1, 2, 3, 7, 20, 100, 1000);
        return new Query(random.nextBoolean(), whole ? 0 : from,
                whole ? EVENTS : from + random.nextInt(EVENTS / 2), random.nextBoolean(),
                limits.get(random.nextInt(limits.size())));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldShowWhatHasNotExpiredOnFullPages(long seed) {
        var random = new Random(seed);
        var events = events(random);
        Filling.fill(calls.tables.client(), calls.table(), events.stream().map(Kept::item));
        for (var run = 0; run < 6; run++) {
            calls.now = EventCalls.NOW;
            page(query(random), events, random);
        }
    }

    private void page(Query query, List<Kept> events, Random random) {
        var left = new ArrayList<>(query.newestFirst ? events.reversed() : events);
        String cursor = null;
        do {
            var answer = query.ask(calls, cursor);
            var shown = left.stream().filter(event -> event.isShown(query, calls.now)).toList();
            var page = shown.subList(0, Math.min(query.limit, shown.size()));

            assertThat(EventCalls.ids(answer)).as("%s at %s", query, calls.now)
                    .isEqualTo(page.stream().map(Kept::id).toList());
            assertThat(answer.nextCursor() != null).as("%s has more", query).isEqualTo(shown.size() > page.size());
            assertThat(answer.json().get("count").intValue()).isEqualTo(page.size());
            assertThat(answer.json().get("scanned_count").intValue()).isGreaterThanOrEqualTo(page.size());
            if (!page.isEmpty()) {
                left.subList(0, left.indexOf(page.getLast()) + 1).clear();
            }
            cursor = answer.nextCursor();
            calls.now = calls.now.plusMillis(random.nextInt(3000));
        } while (cursor != null);
    }
}
