package basics.acceptance.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import basics.samples.SampleRun;

class TargetPageTest {

    private static final List<TargetText> TEXTS = List.of(new TargetText("embedded", "Here.", "Much.", "Little."),
            new TargetText("deployed", "There.", "All.", "Nothing."));

    @TempDir
    private Path folder;

    @Test
    void shouldTellTotalsReasonsAndDifferences() throws IOException {
        Samples.flying(folder).leaves("embedded");
        var results = Samples.flying(folder).withGaps().with("--tags", "not @by-hand").leaves("localstack");

        assertThat(page(results)).contains("""

            | examples | embedded |
            |---|---|
            | at commit | `unknown` |
            | passed | 6 |
            | not applicable | 0 |
            | differs on AWS | 0 |
            | failed | 1 |
            | not run | 0 |
            | **all** | 7 |

            Not yet run: deployed.
            """, """
            | target | it is | a run proves | it leaves open |
            |---|---|---|---|
            | embedded | Here. | Much. | Little. |
            """, """
            | scenario | embedded |
            |---|---|
            | `birds/flying`: A stone | failed |
            """).doesNotContain("localstack");
    }

    @Test
    void shouldKeepWhatIsTrueOfTargetsThatAreNotAtHand() throws IOException {
        var kept = folder.resolve("runs.yaml");
        var complete = Samples.FLYING.replace("    @by-hand\n", "");
        var elsewhere = SampleRun.of(folder.resolve("there"), "birds/flying.feature", complete)
                .withGaps().leaves("localstack");
        Recorded.write(Recorded.read(kept, Results.read(elsewhere)), kept);

        var results = Samples.flying(folder).leaves("embedded");

        assertThat(TargetPage.of(Recorded.read(kept, Results.read(results)), TEXTS)).contains("""
            | examples | embedded | localstack |
            """, """
            | passed | 6 | 4 |
            | not applicable | 0 | 2 |
            """, """
            | localstack | @needs-wings | 2 | it has none \\| yet |
            """, """
            | `birds/flying`: A plane | | not applicable (@needs-wings) |
            | `birds/flying`: A stone | failed | failed |
            | `birds/flying`: An \\<animal\\> | | 2/3 passed, 1 not applicable (@needs-wings) |
            """);
    }

    @Test
    void shouldBeTheSameForTheSameResultsInAnotherOrder() throws IOException {
        var first = page(Samples.flying(folder).with("--order", "random:1").leaves("embedded"));
        var second = page(Samples.flying(folder).with("--order", "random:2").leaves("embedded"));

        assertThat(second).isEqualTo(first);
    }

    private String page(Path results) {
        return TargetPage.of(Recorded.read(folder.resolve("none.yaml"), Results.read(results)), TEXTS);
    }
}
