package basics.events;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import basics.http.Utf8;
import basics.testing.Answer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever the number of shards, and whenever it changes, the functions answer like a plain list of events in memory.
 */
class ShardedEventsTest {
    private static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");
    private static final String LONG = "x".repeat(2040);
    /** Names that look like partition keys of others, and names about as long as a key may be. */
    private static final List<String> NAMES = List.of("e", "e#1", "e#0", "e#1#2", "e#", "#7", LONG + "#1", LONG + "xxx",
            LONG + "xxxxxxxx");
    /** Their order differs in UTF-8 and in UTF-16. */
    private static final List<String> IDS = List.of("a", "b", "b#1", "c", "\uffff", "😀", "d-1", "d-2", "d-3", "d-4");

    /** One event, as a client sends it. An expiry is in seconds from the start of the test. */
    private record Sent(String name, int second, String id, int n, @Nullable Integer expiry) {
        private Key key() {
            return new Key(name, second, id);
        }

        private String json() {
            return "{\"event\":\"" + name + "\",\"timestamp\":\"" + DAY.plusSeconds(second) + "\",\"id\":\"" + id
                    + "\",\"n\":" + n + (expiry == null ? "" : ",\"expires_at\":" + epoch(expiry)) + "}";
        }

        /** Whether a repeat of this is the stored event. */
        private boolean isRecordedAs(Sent stored) {
            return n == stored.n && (expiry == null || expiry.equals(stored.expiry));
        }
    }

    /** An event's identity. */
    private record Key(String name, int second, String id) {
        private static final Comparator<Key> BY_TIME = comparing(Key::second)
                .thenComparing((a, b) -> Utf8.compare(a.id, b.id));

        private static Key of(JsonNode event) {
            return new Key(event.get("event").textValue(), (int) Duration.between(DAY,
                    Instant.parse(event.get("timestamp").textValue())).toSeconds(), event.get("id").textValue());
        }
    }

    /** @param name null for the day */
    private record Query(@Nullable String name, int from, int to, boolean newestFirst, int limit, int mostRead) {
        private boolean isInRange(Key key) {
            return (name == null || name.equals(key.name)) && key.second >= from && key.second < to;
        }

        private Comparator<Key> order() {
            return newestFirst ? Key.BY_TIME.reversed() : Key.BY_TIME;
        }
    }

    private sealed interface Step {}

    private record Recording(Sent event) implements Step {}

    private record Recordings(List<Sent> events) implements Step {}

    /** Sends again what was sent before. */
    private record Repetition(int which) implements Step {}

    private record Waiting(int seconds) implements Step {}

    /** @param isInEffect whether so much time goes by that events are written under the number */
    private record Deployment(int shards, boolean isInEffect) implements Step {}

    /** @param between what happens before each further page */
    private record Paging(Query query, List<Step> between) implements Step {}

    private static long epoch(int second) {
        return EventCalls.NOW.getEpochSecond() + second;
    }

    private static Arbitrary<Sent> sent() {
        return Combinators.combine(Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just("e")),
                Tuple.of(2, Arbitraries.of(NAMES))), Arbitraries.integers().between(0, 3), Arbitraries.of(IDS),
                Arbitraries.frequency(Tuple.of(9, 1), Tuple.of(1, 2)),
                Arbitraries.integers().between(1, 30).injectNull(0.6)).as(Sent::new);
    }

    private static Arbitrary<Query> queries() {
        return Combinators.combine(Arbitraries.of(NAMES).injectNull(0.4),
                Arbitraries.integers().between(0, 2), Arbitraries.integers().between(0, 4),
                Arbitraries.of(true, false), Arbitraries.of(1, 2, 3, 10, 1000),
                Arbitraries.frequency(Tuple.of(4, Integer.MAX_VALUE), Tuple.of(1, 1), Tuple.of(1, 3)))
                .as((name, from, length, newestFirst, limit, mostRead) -> new Query(name, from, from + length,
                        newestFirst, limit, mostRead));
    }

    private static Arbitrary<Step> changes() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Combinators.combine(Arbitraries.frequency(Tuple.of(3, 1), Tuple.of(3, 2), Tuple.of(3, 3),
                        Tuple.of(2, 5), Tuple.of(1, 10)), Arbitraries.of(true, false)).as(Deployment::new)),
                Tuple.of(1, Arbitraries.integers().between(1, 8).map(Waiting::new)));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var batches = sent().list().ofMinSize(1).ofMaxSize(8);
        return Arbitraries.<Step>frequencyOf(
                Tuple.of(4, sent().map(Recording::new)),
                Tuple.of(4, batches.map(Recordings::new)),
                Tuple.of(3, Arbitraries.integers().between(0, 99).map(Repetition::new)),
                Tuple.of(4, changes()),
                Tuple.of(3, Combinators.combine(queries(), changes().list().ofMaxSize(2)).as(Paging::new)))
                .list().ofMinSize(10).ofMaxSize(30);
    }

    private final Map<Key, Sent> model = new LinkedHashMap<>();
    private final List<List<Sent>> requests = new ArrayList<>();
    private EventCalls calls = new EventCalls();

    @Property
    void shouldAnswerLikeAListInMemory(@ForAll("steps") List<Step> steps) {
        steps.forEach(this::take);
        model.keySet().stream().map(Key::name).distinct()
                .forEach(name -> page(new Query(name, 0, 9, false, 1000, Integer.MAX_VALUE), List.of()));
        page(new Query(null, 0, 9, true, 1000, Integer.MAX_VALUE), List.of());
    }

    private void take(Step step) {
        switch (step) {
            case Recording recording -> send(List.of(recording.event));
            case Recordings recordings -> send(recordings.events);
            case Repetition repetition -> {
                if (!requests.isEmpty()) {
                    send(requests.get(repetition.which % requests.size()));
                }
            }
            case Waiting waiting -> calls.now = calls.now.plusSeconds(waiting.seconds);
            case Deployment deployment -> calls = deployment.isInEffect
                    ? calls.deployed(deployment.shards)
                    : calls.deploying(deployment.shards);
            case Paging paging -> page(paging.query, paging.between);
        }
    }

    private boolean isOver(Sent event) {
        return event.expiry != null && epoch(event.expiry) <= calls.now.getEpochSecond();
    }

    private @Nullable Sent stored(Key key) {
        var event = model.get(key);
        return event == null || isOver(event) ? null : event;
    }

    private void send(List<Sent> events) {
        requests.add(events);
        var different = new LinkedHashMap<Key, Sent>();
        var isBad = events.stream().anyMatch(this::isOver);
        for (var event : events) {
            var earlier = different.putIfAbsent(event.key(), event);
            isBad |= earlier != null && !(earlier.isRecordedAs(event) && event.isRecordedAs(earlier));
        }
        var isContradiction = different.values().stream().anyMatch(event -> {
            var stored = stored(event.key());
            return stored != null && !event.isRecordedAs(stored);
        });
        var added = different.values().stream().filter(event -> stored(event.key()) == null).toList();

        var single = events.size() == 1;
        var answer = single
                ? calls.record(events.getFirst().json())
                : calls.recordBatch(events.stream().map(Sent::json).collect(Collectors.joining(",", "{\"events\":[",
                        "]}")));

        var success = single && !added.isEmpty() ? 201 : 200;
        assertThat(answer.status()).as(answer.body()).isEqualTo(isBad ? 400 : isContradiction ? 409 : success);
        if (!isBad && !isContradiction) {
            added.forEach(event -> model.put(event.key(), event));
            if (single) {
                assertShown(answer.json());
            } else {
                assertThat(answer.body()).isEqualTo("{\"recorded\":" + different.size() + "}");
            }
        }
    }

    private void assertShown(JsonNode event) {
        var stored = Objects.requireNonNull(stored(Key.of(event)), event::toString);
        assertThat(event.get("date").textValue()).isEqualTo("2026-11-22");
        assertThat(event.get("n").intValue()).isEqualTo(stored.n);
        assertThat(event.has("expires_at")).isEqualTo(stored.expiry != null);
    }

    /** Events with equal sort keys may come in any order, but each once. */
    private void page(Query query, List<Step> between) {
        var shown = new HashSet<Key>();
        String cursor = null;
        do {
            calls.mostRead = query.mostRead;
            var left = left(query, shown);
            var answer = ask(query, cursor);
            var page = answer.items().stream().map(Key::of).toList();
            answer.items().forEach(this::assertShown);
            cursor = answer.nextCursor();

            var expected = left.subList(0, Math.min(query.limit, left.size()));
            assertThat(left).containsAll(page);
            assertThat(page).doesNotHaveDuplicates().usingElementComparator(query.order())
                    .isEqualTo(expected.subList(0, Math.min(page.size(), expected.size())));
            if (query.mostRead == Integer.MAX_VALUE || cursor == null) {
                assertThat(page).hasSameSizeAs(expected);
                assertThat(cursor != null).isEqualTo(left.size() > page.size());
            }
            assertThat(answer.json().get("count").intValue()).isEqualTo(page.size());
            assertThat(answer.json().get("scanned_count").intValue()).isGreaterThanOrEqualTo(page.size());
            shown.addAll(page);
            between.forEach(this::take);
        } while (cursor != null);
    }

    private List<Key> left(Query query, Set<Key> shown) {
        return model.values().stream().filter(event -> !isOver(event)).map(Sent::key).filter(query::isInRange)
                .filter(key -> !shown.contains(key)).sorted(query.order()).toList();
    }

    private Answer ask(Query query, @Nullable String cursor) {
        var parameters = new ArrayList<>(List.of("from", DAY.plusSeconds(query.from).toString(), "before",
                DAY.plusSeconds(query.to).toString(), "order", query.newestFirst ? "desc" : "asc", "limit",
                Integer.toString(query.limit)));
        if (cursor != null) {
            parameters.addAll(List.of("cursor", cursor));
        }
        if (query.name == null) {
            parameters.addAll(List.of("date", "2026-11-22"));
            return calls.onDate(parameters.toArray(String[]::new));
        }
        return calls.query(query.name, parameters.toArray(String[]::new));
    }
}
