package basics.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordEventTest {
    private final EventCalls calls = new EventCalls();

    @Test
    void shouldRecordAnEventWithGeneratedTimeAndId() {
        var answer = calls.record("{\"event\":\"clicked button\",\"button\":\"buy\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("timestamp")).isEqualTo("2026-11-22T10:15:30.123Z");
        assertThat(answer.text("id")).hasSize(36);
        assertThat(answer.text("date")).isEqualTo("2026-11-22");
        assertThat(calls.query("clicked button").items()).containsExactly(answer.json());
    }

    @Test
    void shouldAnswerTheStoredEventToARepeat() {
        var first = calls.record("{\"event\":\"e\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"id\":\"1\",\"n\":[1.0]}");
        var again = calls
                .record("{\"event\":\"e\",\"timestamp\":\"2026-01-01T01:00:00+01:00\",\"id\":\"1\",\"n\":[10e-1]}");
        var other = calls.record("{\"event\":\"e\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"id\":\"1\",\"n\":[2]}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body())
                .isEqualTo(
                        "{\"event\":\"e\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"id\":\"1\",\"date\":\"2026-01-01\",\"n\":[1]}");
        assertThat(other.status()).isEqualTo(409);
        assertThat(calls.query("e").items()).hasSize(1);
    }

    @Test
    void shouldCompareAnExpiryOnlyIfItIsGiven() {
        var event = "{\"event\":\"e\",\"timestamp\":\"2026-11-22T10:15:30Z\",\"id\":\"1\"";
        assertThat(calls.record(event + ",\"expires_at\":253402300799}").status()).isEqualTo(201);

        assertThat(calls.record(event + "}").status()).isEqualTo(200);
        assertThat(calls.record(event + ",\"expires_at\":253402300798}").status()).isEqualTo(409);
    }

    @Test
    void shouldAnswerWholeNumbersInPlainDigits() {
        var json = "{\"event\":\"e\",\"expires_at\":1798049060,\"n\":[100,1e2,1E+20,-0]}";
        var answer = calls.record(json);

        assertThat(answer.body()).contains("\"expires_at\":1798049060,\"n\":[100,100,100000000000000000000,0]");
        assertThat(calls.query("e").body()).contains(answer.body());
    }

    @Test
    void shouldKeepTwoEventsOfOneInstant() {
        calls.recorded("e", "2026-01-01T00:00:00Z", "a");
        calls.recorded("e", "2026-01-01T00:00:00Z", "b#c");

        assertThat(EventCalls.ids(calls.query("e"))).containsExactly("a", "b#c");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22t10:15:30z, 2026-11-22T10:15:30Z", "2026-11-22T10:15:30.100Z, 2026-11-22T10:15:30.100Z",
        "2026-11-22T10:15:30.000000001Z, 2026-11-22T10:15:30.000000001Z",
        "2026-11-22T10:15:30.0001Z, 2026-11-22T10:15:30.000100Z",
        "2026-11-22T00:15:30+01:00, 2026-11-21T23:15:30Z", "2024-02-29T23:59:59-23:59, 2024-03-01T23:58:59Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z",
        "1969-12-31T23:59:59.5-00:00, 1969-12-31T23:59:59.500Z",
        "2026-11-22T10:15:30.12345678900000Z, 2026-11-22T10:15:30.123456789Z",
        "2026-11-22T10:15:30.0000000000Z, 2026-11-22T10:15:30Z"})
    void shouldKeepAnyTimestampInUtc(String given, String shown) {
        var answer = calls.record("{\"event\":\"e\",\"timestamp\":\"" + given + "\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("timestamp")).isEqualTo(shown).isEqualTo(java.time.Instant.parse(shown).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "2026-11-22", "2026-11-22T10:15Z", "2026-11-22T10:15:30", "2026-11-22 10:15:30Z",
        "2026-11-22T10:15:30.Z", "2026-11-22T10:15:30.1234567891Z", "2026-11-22T10:15:30.00000000000000000001Z",
        "2026-02-29T00:00:00Z", "2026-04-31T00:00:00Z",
        "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z",
        "2026-01-01T23:60:00Z", "2016-12-31T23:59:60Z", "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00+01:60",
        "2026-01-01T00:00:00+0100", "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
        "+12026-01-01T00:00:00Z", "-001-01-01T00:00:00Z", "２026-01-01T00:00:00Z", "2026-01-01T00:00:00Z "})
    void shouldRefuseAMalformedTimestamp(String given) {
        var answer = calls.record("{\"event\":\"e\",\"timestamp\":\"" + given + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly("/timestamp");
    }

    @Test
    void shouldSayThatALeapSecondIsNotAccepted() {
        assertThat(calls.record("{\"event\":\"e\",\"timestamp\":\"2016-12-31T23:59:60Z\"}").json()
                .at("/errors/0/detail").textValue()).contains("leap second", "second 59");
    }

    @Test
    void shouldSayWhatIsWrongWithTheNameAlone() {
        assertThat(nameDetail("{}")).isEqualTo("must be given");
        assertThat(nameDetail("{\"event\":\"\"}")).isEqualTo(nameDetail("{\"event\":null}"))
                .startsWith("must be text of 1 to 2048 bytes").doesNotContain("URL", "digits");
        assertThat(nameDetail("{\"event\":\".\"}")).contains("URL").doesNotContain("bytes");
        assertThat(nameDetail("{\"event\":\"" + "x".repeat(2046) + "#1\"}")).contains("2042", "digits")
                .doesNotContain("2048", "URL");
    }

    private String nameDetail(String event) {
        return calls.record(event).json().at("/errors/0/detail").textValue();
    }

    @Test
    void shouldRefuseAnyOtherInvalidEvent() {
        assertThat(
                calls.record("{\"event\":\"\",\"id\":\"\",\"timestamp\":1,\"date\":\"x\",\"expires_at\":-1}").errors())
                .containsExactlyInAnyOrder("/event", "/id", "/timestamp", "/date", "/expires_at");
        assertThat(calls.record("{\"event\":\".\"}").errors()).containsExactly("/event");
        assertThat(calls.record("{\"event\":\"..\"}").errors()).containsExactly("/event");
        assertThat(calls.record("{}").errors()).containsExactly("/event");
        assertThat(calls.record("{\"event\":\"a\\u0000b\"}").errors()).containsExactly("/event");
        assertThat(calls.record("{\"event\":\"e\",\"id\":\"a\\nb\"}").errors()).containsExactly("/id");
        assertThat(calls.record("{\"event\":\"" + "é".repeat(1024) + "x\"}").errors()).containsExactly("/event");
        assertThat(calls.record("{\"event\":\"e\",\"id\":\"" + "x".repeat(257) + "\"}").errors())
                .containsExactly("/id");
        assertThat(calls.record("{\"event\":\"e\",\"expires_at\":1.5}").errors()).containsExactly("/expires_at");
        assertThat(calls.record("{\"event\":\"e\",\"expires_at\":null}").errors()).containsExactly("/expires_at");
        assertThat(calls.record("{\"event\":\"" + "é".repeat(1024) + "\",\"id\":\"" + "x".repeat(256) + "\"}").status())
                .isEqualTo(201);
    }
}
