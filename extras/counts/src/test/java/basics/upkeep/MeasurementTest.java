package basics.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import basics.upkeep.Measurement.Place;
import basics.upkeep.Measurement.Tally;

class MeasurementTest {
    private static final Place RIGHT = new Place("clicked button", new Hour("2026-11-22", 9));
    private static final Place ONE = new Place("clicked button", new Hour("2026-11-22", 10));
    private static final Place OTHER = new Place("clicked button#1", new Hour("2026-11-22", 10));

    private static Measurement measured(Tally one, Tally other) {
        return new Measurement(Map.of(RIGHT, new Tally(5, 5), ONE, one, OTHER, other));
    }

    @Test
    void shouldSumWhatIsStoredAndCountedByHour() {
        var measured = Measurement.of(Map.of(RIGHT, 5L, ONE, 3L), Map.of(RIGHT, 5L, OTHER, 2L));

        assertThat(measured.tallies()).isEqualTo(Map.of(RIGHT, new Tally(5, 5), ONE, new Tally(3, 0), OTHER,
                new Tally(0, 2)));
        assertThat(measured.differing()).isEqualTo(Map.of(ONE.hour(), new Tally(3, 2)));
        assertThat(measured.sum(Tally::stored)).isEqualTo(8);
    }

    @Test
    void shouldShowAnHourInWhichPartitionKeysDifferButNotTheirSum() {
        var measured = measured(new Tally(3, 2), new Tally(2, 3));

        assertThat(measured.differing()).isEqualTo(Map.of(ONE.hour(), new Tally(5, 5)));
    }

    @Test
    void shouldTellWhatLacksEventsFromWhatHasTooMany() {
        var measured = measured(new Tally(3, 2), new Tally(2, 3));

        assertThat(measured.lacking().tallies()).isEqualTo(Map.of(ONE, new Tally(3, 2)));
        assertThat(measured.wrong().tallies()).isEqualTo(Map.of(ONE, new Tally(3, 2), OTHER, new Tally(2, 3)));
    }

    @Test
    void shouldTakeADifferenceForSettledOnlyIfNothingMoved() {
        var first = measured(new Tally(3, 2), new Tally(9, 7)).wrong();
        var second = measured(new Tally(3, 2), new Tally(10, 8)).wrong();

        assertThat(second.settledSince(first)).isEqualTo(Map.of(ONE, new Tally(3, 2)));
    }

    @Test
    void shouldLeaveWhatWasCountedMeanwhile() {
        var first = measured(new Tally(3, 2), new Tally(9, 7)).wrong();
        var second = measured(new Tally(3, 3), new Tally(9, 9)).wrong();

        assertThat(second.settledSince(first)).isEmpty();
    }
}
