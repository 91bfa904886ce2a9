package basics.embedded.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ProgressTest {
    private final Progress progress = new Progress();

    @Test
    void shouldTellWhatIsUnderWayAndHowItEnded() {
        var first = progress.begin("Making a cache");
        progress.begin("Synthesising");

        first.end("Made");

        assertThat(progress.steps()).extracting(Progress.Step::what, Progress.Step::result).containsExactly(
                tuple("Synthesising", ""),
                tuple("Making a cache", "Made"));
    }

    @Test
    void shouldForgetTheOldest() {
        IntStream.range(0, 30).forEach(number -> progress.begin("Task " + number).end("Done"));

        assertThat(progress.steps()).hasSize(20).first().extracting(Progress.Step::what).isEqualTo("Task 29");
    }
}
