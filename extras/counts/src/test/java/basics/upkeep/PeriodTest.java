package basics.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    @Test
    void shouldReadDaysAndHours() {
        var period = Period.of("2026-11-22", "2026-11-23T02");

        assertThat(period.start()).isEqualTo("2026-11-22T00:00:00.000000000Z");
        assertThat(period.end()).isEqualTo("2026-11-23T02:00:00.000000000Z");
        assertThat(period.firstDay()).isEqualTo("2026-11-22");
        assertThat(period.lastDay()).isEqualTo("2026-11-23");
    }

    @Test
    void shouldNotReachIntoTheDayThatItEndsAt() {
        assertThat(Period.of("2026-11-22T23", "2026-11-23").lastDay()).isEqualTo("2026-11-22");
    }

    @Test
    void shouldListItsDays() {
        assertThat(Period.of("2026-11-30T23", "2026-12-02T01").days())
                .containsExactly("2026-11-30", "2026-12-01", "2026-12-02");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T09, false", "2026-11-22T10, true", "2026-11-22T11, true", "2026-11-22T12, false"})
    void shouldContainItsHoursOnly(String hour, boolean contained) {
        assertThat(Period.of("2026-11-22T10", "2026-11-22T12").contains(Hour.of(hour))).isEqualTo(contained);
    }

    @ParameterizedTest
    @CsvSource({"from, 22.11.2026, 2026-11-23", "from, 2026-02-30, 2026-11-23", "to, 2026-11-22, 2026-11-22T24",
        "to, 2026-11-22, 2026-11-22T10:30", "to, 2026-11-22, 2026-11-22", "to, 2026-11-22, 2026-11-21"})
    void shouldNameAnInvalidEnd(String end, String from, String to) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Period.of(from, to))
                .withMessageStartingWith("-D%s=%s".formatted(end, end.equals("from") ? from : to));
    }
}
