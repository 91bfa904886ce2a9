package basics.acceptance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import basics.samples.SampleRun;

class MatrixPageTest {

    private static final String FLYING = """
        Feature: Flying

          Rule: What has wings | flies

            Example: A bird
              When it works

            @needs-wings
            Example: A plane
              When it works

            Scenario Outline: An <animal>
              When it <does>

              Examples: Large
                | animal  | does   |
                | albatross | works |
                | eagle   | works  |

              @needs-wings
              Examples: Small
                | animal | does  |
                | ant    | works |

          Rule: What has none falls

            @smoke
            Example: A stone
              When it breaks

            @by-hand
            Example: A feather
              When it works
        """;

    @TempDir
    private Path folder;

    @Test
    void shouldTellScenarioByTargetWithReasonsAndCounts() throws IOException {
        sample().leaves("embedded");
        var results = sample().withGaps().leaves("localstack");

        assertThat(MatrixPage.of(Results.read(results))).endsWith("""

            | scenarios | embedded | localstack | deployed |
            |---|---|---|---|
            | passed | 6 | 3 | 0 |
            | not applicable | 0 | 2 | 0 |
            | differs on AWS | 0 | 0 | 0 |
            | failed | 1 | 1 | 0 |
            | not run | 0 | 1 | 7 |
            | **all** | 7 | 7 | 7 |

            ## Not applicable

            | target | tag | scenarios | why |
            |---|---|---|---|
            | localstack | @needs-wings | 2 | it has none \\| yet |

            ## Failed

            * embedded: `birds/flying.feature`, A stone
            * localstack: `birds/flying.feature`, A stone

            ## Flying

            `birds/flying.feature`

            | scenario | embedded | localstack | deployed |
            |---|---|---|---|
            | **What has wings \\| flies** ||||
            | A bird | passed | passed | not run |
            | A plane | passed | not applicable (@needs-wings) | not run |
            | An \\<animal\\> | 3/3 passed | 2/3 passed, 1 not applicable (@needs-wings) | 3/3 not run |
            | **What has none falls** ||||
            | A stone | **failed** | **failed** | not run |
            | A feather | passed | not run | not run |
            """);
    }

    @Test
    void shouldTellWhatDiffersOnAwsFromWhatFails() throws IOException {
        sample().leaves("embedded");
        var results = sample().with("--glue", "basics.samples.aws").leaves("deployed");

        assertThat(MatrixPage.of(Results.read(results))).contains("""
            | differs on AWS | 0 | 0 | 1 |
            | failed | 1 | 0 | 0 |
            """, """
            ## Differs on AWS

            * deployed: `birds/flying.feature`, A stone

            ## Failed

            * embedded: `birds/flying.feature`, A stone
            """, "| A stone | **failed** | not run | **differs on AWS** |");
    }

    @Test
    void shouldBeTheSameForTheSameResultsInAnotherOrder() throws IOException {
        var first = MatrixPage.of(Results.read(sample().with("--order", "random:1").leaves("embedded")));
        var second = MatrixPage.of(Results.read(sample().with("--order", "random:2").leaves("embedded")));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void shouldTellWhatARunHasLeftOutAsNotRun() throws IOException {
        var results = sample().with("--tags", "@smoke").leaves("emulator");
        sample().leaves("embedded");

        assertThat(MatrixPage.of(Results.read(results))).contains(
                "| scenarios | embedded | localstack | deployed | emulator |",
                "| A bird | passed | not run | not run | not run |",
                "| A stone | **failed** | not run | not run | **failed** |");
    }

    @Test
    void shouldTellAScenarioThatBrokeOffAsFailed() throws IOException {
        var results = sample().leaves("embedded");
        var messages = results.resolve("embedded.ndjson");
        var lines = Files.readAllLines(messages);
        var broken = lines.stream().filter(line -> line.startsWith("{\"testCaseFinished\"")).findFirst().orElseThrow();
        Files.write(messages, lines.subList(0, lines.indexOf(broken)));

        assertThat(MatrixPage.of(Results.read(results))).contains("| A bird | **failed** |", "| A plane | not run |");
    }

    private SampleRun sample() throws IOException {
        return SampleRun.of(folder, "birds/flying.feature", FLYING);
    }
}
