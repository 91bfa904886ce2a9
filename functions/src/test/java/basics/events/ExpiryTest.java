package basics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.testing.Answer;
import basics.testing.Call;

class ExpiryTest {
    /** The current second; the clock stands 123 ms into it. */
    private static final long SECOND = EventCalls.NOW.getEpochSecond();
    private static final String LATEST = "253402300799";
    /** Longer than the five years after which TTL ignores an expired item. */
    private static final long SIX_YEARS = 6 * 365 * 86_400L;

    private final EventCalls calls = new EventCalls();

    private static String event(String id, String more) {
        return "{\"event\":\"e\",\"timestamp\":\"2026-11-22T10:00:00Z\",\"id\":\"" + id + "\"" + more + "}";
    }

    private static String expiring(String id, long expiresAt) {
        return event(id, ",\"expires_at\":" + expiresAt);
    }

    private Answer keptFor(int days, String json) {
        return Call.withBody(json).to(calls.recording(days));
    }

    private List<String> shown() {
        var shown = EventCalls.ids(calls.query("e"));
        assertThat(EventCalls.ids(calls.onDate("date", "2026-11-22"))).isEqualTo(shown);
        return shown;
    }

    @Test
    void shouldShowAnEventUntilItExpires() {
        calls.record(expiring("a", SECOND + 10));
        calls.record(expiring("b", SECOND + 11));
        calls.record(event("c", ""));

        calls.now = Instant.ofEpochSecond(SECOND + 10).minusNanos(1);
        assertThat(shown()).containsExactly("a", "b", "c");
        calls.now = Instant.ofEpochSecond(SECOND + 10);
        assertThat(shown()).containsExactly("b", "c");
        calls.now = Instant.ofEpochSecond(SECOND + 11);
        assertThat(shown()).containsExactly("c");
    }

    @Test
    void shouldAnswerTheLatestThatHasNotExpired() {
        calls.recorded("e", "2026-11-22T09:00:00Z", "lasting");
        for (var i = 0; i < 150; i++) {
            calls.record(expiring("short-" + i, SECOND + 10));
        }
        calls.now = EventCalls.NOW.plusSeconds(10);

        var latest = calls.query("e", "order", "desc", "limit", "1");

        assertThat(EventCalls.ids(latest)).containsExactly("lasting");
        assertThat(latest.nextCursor()).isNull();
        assertThat(latest.json().get("count").intValue()).isOne();
        assertThat(latest.json().get("scanned_count").intValue()).isEqualTo(151);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, SIX_YEARS, 1_795_342_530})
    void shouldRefuseAnEventThatHasExpiredOnArrival(long before) {
        var expiry = SECOND - before;

        var single = calls.record(expiring("a", expiry));
        var batch = calls.recordBatch("{\"events\":[" + event("b", "") + "," + expiring("c", expiry) + "]}");

        assertThat(single.status()).isEqualTo(400);
        assertThat(single.errors()).containsExactly("/expires_at");
        assertThat(single.body()).contains("must be later than now");
        assertThat(batch.errors()).containsExactly("/events/1/expires_at");
        assertThat(calls.tables.client().scan(scan -> scan.tableName(calls.table())).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"253402300800", "1e12", "9e125", "-1", "1.5", "null", "\"1798049060\"", "true", "[]"})
    void shouldRefuseAMalformedExpiry(String expiry) {
        var answer = calls.record(event("a", ",\"expires_at\":" + expiry));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly("/expires_at");
        assertThat(answer.body()).contains("from 0 to 253402300799");
    }

    @ParameterizedTest
    @CsvSource({"253402300799, 253402300799", "2.53402300799e11, 253402300799", "1798049060.0, 1798049060"})
    void shouldShowAnExpiryAsGiven(String given, String shown) {
        var answer = keptFor(30, event("a", ",\"expires_at\":" + given));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).contains("\"expires_at\":" + shown + "}");
        assertThat(calls.query("e").items()).containsExactly(answer.json());
    }

    @ParameterizedTest
    @CsvSource({"1, 2026-11-22T10:15:30.999Z, 1795428930", "30, 2026-11-22T10:15:30Z, 1797934530",
        "1, 2026-11-21T10:15:31Z, 1795342531", "99999, 2026-11-22T10:15:30Z, 10435256130",
        "1, 9999-12-30T23:59:58Z, 253402300798", "1, 9999-12-31T00:00:00Z, " + LATEST,
        "1, 9999-12-31T23:59:59.999999999Z, " + LATEST, "99999, 9999-12-31T23:59:59Z, " + LATEST})
    void shouldCountTheRetentionFromTheEventsOwnTime(int days, String timestamp, String expiresAt) {
        var answer = keptFor(days, "{\"event\":\"e\",\"timestamp\":\"" + timestamp + "\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("expires_at")).isEqualTo(expiresAt);
    }

    @ParameterizedTest
    @CsvSource({"1, 2026-11-21T10:15:30Z", "1, 2026-11-21T10:15:30.999999999Z", "30, 2026-01-01T00:00:00Z",
        "99999, 0000-01-01T00:00:00Z", "1, 1969-12-31T00:00:00Z"})
    void shouldRefuseAnEventThatTheRetentionHasExpired(int days, String timestamp) {
        var json = "{\"event\":\"e\",\"timestamp\":\"" + timestamp + "\"}";
        var batch = Call.withBody("{\"events\":[{\"event\":\"e\"}," + json + "]}")
                .to(calls.recordingBatches(days));

        assertThat(keptFor(days, json).errors()).containsExactly("/timestamp");
        assertThat(keptFor(days, json).body()).contains(days + " days", "expires_at");
        assertThat(batch.errors()).containsExactly("/events/1/timestamp");
        assertThat(calls.query("e").items()).isEmpty();
    }

    @Test
    void shouldPreferTheEventsExpiryToTheRetention() {
        var longAgo = keptFor(1,
                "{\"event\":\"e\",\"timestamp\":\"0000-01-01T00:00:00Z\",\"expires_at\":" + LATEST + "}");

        assertThat(longAgo.status()).isEqualTo(201);
        assertThat(longAgo.text("expires_at")).isEqualTo(LATEST);
    }

    @Test
    void shouldNameAMalformedTimestampOnce() {
        assertThat(keptFor(1, "{\"event\":\"e\",\"timestamp\":\"yesterday\"}").errors()).containsExactly("/timestamp");
    }

    @Test
    void shouldAcceptARepeatedEventAfterTheRetentionChanged() {
        var first = keptFor(1, event("a", ""));
        var again = keptFor(30, event("a", ""));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(calls.record(event("a", "")).status()).isEqualTo(200);
    }

    @Test
    void shouldReplaceAnExpiredEventThatIsStillStored() {
        calls.record(expiring("a", SECOND + 10));
        calls.record(expiring("b", SECOND + 10));
        calls.now = EventCalls.NOW.plusSeconds(10);

        var single = calls.record(event("a", ",\"n\":1,\"expires_at\":" + (SECOND + 20)));
        var again = calls.record(event("a", ",\"n\":1,\"expires_at\":" + (SECOND + 20)));
        var batch = calls.recordBatch("{\"events\":[" + event("b", ",\"n\":2") + "]}");

        assertThat(single.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(batch.body()).isEqualTo("{\"recorded\":1}");
        assertThat(calls.query("e").items()).extracting(item -> item.get("n").intValue()).containsExactly(1, 2);
        assertThat(shown()).containsExactly("a", "b");
    }

    @Test
    void shouldNotReplaceAnEventBeforeItExpires() {
        calls.record(expiring("a", SECOND + 10));
        calls.now = Instant.ofEpochSecond(SECOND + 10).minusNanos(1);

        assertThat(calls.record(expiring("a", SECOND + 20)).status()).isEqualTo(409);
        assertThat(calls.recordBatch("{\"events\":[" + expiring("a", SECOND + 20) + "]}").status()).isEqualTo(409);
    }

    @Test
    void shouldRefuseARepeatAfterTheEventHasExpired() {
        calls.record(expiring("a", SECOND + 10));
        calls.now = EventCalls.NOW.plusSeconds(10);

        assertThat(calls.record(expiring("a", SECOND + 10)).errors()).containsExactly("/expires_at");
        assertThat(shown()).isEmpty();
    }
}
