package basics.counts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.counts.SeenRecords.Place;
import software.amazon.awssdk.core.SdkBytes;

class SeenRecordsTest {
    private final SeenRecords seen = new SeenRecords();

    private static SdkBytes record(int number) {
        return SdkBytes.fromByteArray(String.format("%08d", number).getBytes(UTF_8));
    }

    /** Each event comes alone: what counts is the number of sets and the length of the names. */
    @ParameterizedTest
    @CsvSource({"10, 20000", "2000, 5000"})
    void shouldForgetTheEldestSetsOfFewRecords(int length, int sets) {
        IntStream.range(0, sets).forEach(
                number -> seen.put(new Place("e".repeat(length), "seen#" + number), Set.of(record(number))));

        var kept = IntStream.range(0, sets)
                .filter(number -> !seen.at(new Place("e".repeat(length), "seen#" + number)).isEmpty()).toArray();

        assertThat(kept).hasSizeBetween(sets / 20, sets - 1).endsWith(sets - 1).doesNotContain(0);
        // A Java text may take two bytes for each character.
        assertThat(kept.length * 2L * length).isLessThan(5_000_000);
    }

    @Test
    void shouldForgetTheEldestSetsOfManyRecords() {
        var records = Set.copyOf(IntStream.range(0, 1_000).mapToObj(SeenRecordsTest::record).toList());
        IntStream.range(0, 100).forEach(number -> seen.put(new Place("e", "seen#" + number), records));

        assertThat(seen.at(new Place("e", "seen#0"))).isEmpty();
        assertThat(seen.at(new Place("e", "seen#99"))).hasSize(1_000);
    }

    @Test
    void shouldCountASetOnceHoweverOftenItGrows() {
        seen.put(new Place("e", "first"), Set.of(record(0)));
        var records = Set.copyOf(IntStream.range(0, 1_000).mapToObj(SeenRecordsTest::record).toList());
        IntStream.range(0, 100).forEach(_ -> seen.put(new Place("e", "again"), records));

        assertThat(seen.at(new Place("e", "first"))).hasSize(1);
    }
}
