package basics.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import basics.testing.Answer;
import basics.testing.Call;
import basics.testing.Extremes;
import basics.testing.Extremes.Piece;
import basics.testing.Refusals;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every accepted event can be read and listed. Every refusal is a 4xx with the reason. */
class AcceptedEventsTest {
    private static final EventCalls calls = new EventCalls();
    private static long made;

    /** Members of an event without its time: names and ids at the limits of keys, and any others. */
    @Provide
    Arbitrary<Piece> events() {
        var names = Extremes.texts(2048, 1, 2, 2047, 2048, 2049);
        var ids = Extremes.texts(256, 1, 255, 256, 257);
        return Combinators.combine(names, ids, Extremes.members()).as((name, id, more) -> new Piece(
                "\"event\":" + name.json() + ",\"id\":" + id.json() + (more.json().isEmpty() ? "" : ",") + more.json(),
                name.isBad() || id.isBad() || more.isBad() || name.json().contains("\\u0000")
                        || id.json().contains("\\u0000")));
    }

    @Provide
    Arbitrary<List<Piece>> batches() {
        return events().list().ofMinSize(1).ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> times() {
        return Arbitraries.of("0000-01-01T00:00:00", "1969-12-31T23:59:59", "2024-02-29T12:00:00",
                "9999-12-31T23:59:59");
    }

    /** An instant that no earlier try used. */
    private static String instant(String second) {
        return second + ".%09dZ".formatted(made++);
    }

    private static String event(String timestamp, Piece members) {
        return "{\"timestamp\":\"" + timestamp + "\"," + members.json() + "}";
    }

    @Property
    void shouldShowAnyEventThatItRecords(@ForAll("events") Piece event, @ForAll("times") String second) {
        var timestamp = instant(second);

        var answer = calls.record(event(timestamp, event));

        if (isAccepted(answer, 201, List.of(event))) {
            assertThat(shown(timestamp)).containsExactly(answer.json());
            assertThat(named(answer.text("event"), timestamp)).containsExactly(answer.json());
            assertThat(calls.record(event(timestamp, event)).body()).isEqualTo(answer.body());
        } else {
            assertThat(shown(timestamp)).isEmpty();
        }
    }

    @Property
    void shouldShowAnyBatchThatItRecords(@ForAll("batches") List<Piece> events, @ForAll("times") String second) {
        var timestamps = events.stream().map(_ -> instant(second)).toList();
        var batch = IntStream.range(0, events.size()).mapToObj(i -> event(timestamps.get(i), events.get(i))).toList();

        var answer = calls.recordBatch("{\"events\":[" + String.join(",", batch) + "]}");

        var accepted = isAccepted(answer, 200, events);
        assertThat(timestamps).allSatisfy(timestamp -> assertThat(shown(timestamp)).hasSize(accepted ? 1 : 0));
        if (accepted) {
            assertThat(calls.recordBatch("{\"events\":[" + String.join(",", batch) + "]}").status()).isEqualTo(200);
        }
    }

    private static boolean isAccepted(Answer answer, int status, List<Piece> events) {
        if (events.stream().noneMatch(Piece::isBad)
                && (answer.status() == status || events.stream().noneMatch(Piece::mayBeTooLarge))) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            return true;
        }
        Refusals.assertRefused(answer);
        return false;
    }

    private static List<JsonNode> shown(String timestamp) {
        return calls.onDate("date", timestamp.substring(0, 10), "from", timestamp, "to", timestamp).items();
    }

    /** Reads the event through the path as a REST API passes it on. */
    private static List<JsonNode> named(String name, String timestamp) {
        var encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20");
        return Call.of().rawPath("/events/" + encoded).path("event", encoded).query("from", timestamp)
                .query("to", timestamp).to(calls.query).items();
    }
}
