package basics.acceptance.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Stream;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.Scenario;

/** Compares the result with that of Gherkin's own parser. */
class FeatureFilesTest {

    private static final Path FEATURES = Path.of("src/test/resources/features");

    @Test
    void shouldReadEveryScenarioLikeGherkin() throws IOException {
        try (var files = Files.walk(FEATURES)) {
            var features = files.filter(file -> file.toString().endsWith(".feature")).sorted().toList();

            assertThat(FeatureFiles.below(FEATURES)).extracting("feature", "line", "name")
                    .containsExactlyElementsOf(features.stream().flatMap(FeatureFilesTest::parsed).toList());
        }
    }

    @Test
    void shouldReadAnUnusualFeatureLikeGherkin() {
        var text = """
            Feature: Odd
              Example: Ada
                Given a text
                  \"""
                  Example: none
                  \"""
                And cells
                  | Example: a cell |
              # Example: none either
              Scenario: with <examples>
                When <examples>
                Examples:
                  | examples | more     |
                  | a \\| b   | c:\\\\d \\n |
                  # | not | this |
                Scenarios: more
                  | more | examples |
                  | x    | <more>   |
            """;

        assertThat(FeatureFiles.of("odd", text.lines().toList())).extracting("feature", "line", "name")
                .hasSize(3)
                .containsExactlyElementsOf(parsed("odd", text).toList());
    }

    private static Stream<Tuple> parsed(Path file) {
        try {
            return parsed(FeatureFiles.name(file.toString()), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Tuple> parsed(String feature, String text) {
        var envelopes = GherkinParser.builder().includeSource(false).build()
                .parse(feature, text.getBytes(StandardCharsets.UTF_8)).toList();
        var lines = new HashMap<String, Integer>();
        envelopes.stream().map(Envelope::getGherkinDocument).flatMap(Optional::stream)
                .flatMap(document -> document.getFeature().stream()).flatMap(FeatureFilesTest::scenarios)
                .forEach(scenario -> {
                    lines.put(scenario.getId(), scenario.getLocation().getLine().intValue());
                    scenario.getExamples().stream().flatMap(examples -> examples.getTableBody().stream())
                            .forEach(row -> lines.put(row.getId(), row.getLocation().getLine().intValue()));
                });
        return envelopes.stream().map(Envelope::getPickle).flatMap(Optional::stream).map(pickle -> Tuple.tuple(feature,
                lines.get(pickle.getAstNodeIds().getLast()), pickle.getName()));
    }

    private static Stream<Scenario> scenarios(Feature feature) {
        return feature.getChildren().stream().flatMap(child -> Stream.concat(child.getScenario().stream(),
                child.getRule().stream().flatMap(rule -> rule.getChildren().stream())
                        .flatMap(inRule -> inRule.getScenario().stream())));
    }
}
