package basics.counts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import basics.dynamodb.Capacity;

/** What tools that repair counters rely on. */
class DayCountsTest {
    private static final String DAY = "2026-11-22";

    private final CountCalls calls = new CountCalls();
    private final DayCounts counts = new DayCounts(calls.tables.client(), calls.counts);

    private long[] hours(String day) {
        return counts.readConsistently("e", "2026-11-01", "2026-11-30", new Capacity()).getOrDefault(day, new long[24]);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 10, 23})
    void shouldAddToAnHourThatHadNoEvents(int hour) {
        assertThat(counts.add("e", DAY, hour, 0, 5)).isTrue();

        var expected = new long[24];
        expected[hour] = 5;
        assertThat(hours(DAY)).containsExactly(expected);
    }

    @Test
    void shouldAddOnlyToWhatWasRead() {
        counts.add("e", DAY, 10, 0, 5);

        assertThat(counts.add("e", DAY, 10, 5, -2)).isTrue();
        assertThat(counts.add("e", DAY, 10, 5, 7)).isFalse();
        assertThat(counts.add("e", DAY, 10, 0, 7)).isFalse();
        assertThat(counts.add("e", DAY, 11, 3, 7)).isFalse();
        assertThat(counts.add("e", "2026-11-23", 10, 3, 7)).isFalse();

        assertThat(hours(DAY)).contains(3, 0).hasSize(24);
        assertThat(hours("2026-11-23")).containsOnly(0);
    }

    @Test
    void shouldAddToACounterThatIsZero() {
        counts.add("e", DAY, 10, 0, 5);
        counts.add("e", DAY, 10, 5, -5);

        assertThat(counts.add("e", DAY, 10, 0, 4)).isTrue();
        assertThat(hours(DAY)[10]).isEqualTo(4);
    }

    @Test
    void shouldReadTheDaysOfAKeyInTheOrderOfTime() {
        counts.add("e", "2026-11-30", 0, 0, 1);
        counts.add("e", "2026-11-01", 23, 0, 2);
        counts.add("e", "2026-12-01", 0, 0, 4);
        counts.add("e", "2026-10-31", 0, 0, 4);
        counts.add("e#1", DAY, 0, 0, 8);
        var capacity = new Capacity();

        assertThat(counts.read("e", "2026-11-01", "2026-11-30", capacity).keySet()).containsExactly("2026-11-01",
                "2026-11-30");
        assertThat(capacity.readUnits()).isEqualTo(0.5);
        counts.readConsistently("e", "2026-11-01", "2026-11-30", capacity);
        assertThat(capacity.readUnits()).isEqualTo(1.5);
    }
}
