package basics.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class KeepCountsTest {
    private final CountCalls calls = new CountCalls();

    @Test
    void shouldCountEventsByTheirOwnHour() {
        calls.record(CountCalls.event("e", "2026-11-22T10:15:30.123Z", "a"));
        calls.record(CountCalls.event("e", "2026-11-22T10:59:59.999999999Z", "b"));
        calls.record(CountCalls.event("e", "2026-11-21T23:59:59Z", "c"));
        var records = calls.delivered(3);

        assertThat(calls.keep(calls.consumer(), records)).isEmpty();
        assertThat(calls.keep(calls.consumer(), records)).isEmpty();

        assertThat(CountCalls.counted(calls.count("e", "from", "2026-11-21", "to", "2026-11-23")))
                .isEqualTo(Map.of("2026-11-21T23", 1, "2026-11-22T10", 2));
        System.out.println(calls.log.lines());
    }
}
