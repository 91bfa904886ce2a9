package basics.acceptance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs features through the JUnit Platform, as the build does. */
class FeaturesEngineTest {

    private static final String FEATURE = """
        Feature: Flying

          @unsure-on-aws
          Example: A kite
            When it breaks

          @unsure-on-aws
          Example: A bird
            When it works

          Example: A stone
            When it breaks
        """;

    @TempDir
    private Path folder;

    @Test
    void shouldSkipAnUnsureScenarioThatFailsOnAws() throws IOException {
        assertThat(run(true)).hasSize(3)
                .hasEntrySatisfying("A kite", kite -> assertThat(kite)
                        .startsWith("ABORTED Differs on AWS (@unsure-on-aws): ").contains("As it should."))
                .containsEntry("A bird", "SUCCESSFUL ")
                .hasEntrySatisfying("A stone", stone -> assertThat(stone).startsWith("FAILED "));
    }

    @Test
    void shouldFailAScenarioThatFailsElsewhere() throws IOException {
        assertThat(run(false)).hasSize(3)
                .hasEntrySatisfying("A kite", kite -> assertThat(kite).startsWith("FAILED "))
                .containsEntry("A bird", "SUCCESSFUL ")
                .hasEntrySatisfying("A stone", stone -> assertThat(stone).startsWith("FAILED "));
    }

    @Test
    void shouldRunOnlyTheChosenScenario() throws IOException {
        assertThat(run(false, "a bird")).containsOnlyKeys("A bird");
    }

    @Test
    void shouldGiveTheCommandThatRunsAFailedScenarioAgain() throws IOException {
        assertThat(run(false)).hasEntrySatisfying("A stone", stone -> assertThat(stone).contains("As it should.")
                .endsWith("Again: mvn verify -Dfeature=flying -Dscenario=\"A stone\""));
    }

    private Map<String, String> run(boolean isAws) throws IOException {
        return run(isAws, "");
    }

    /** The results of the scenarios, by name. */
    private Map<String, String> run(boolean isAws, String scenario) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("features")).resolve("flying.feature"), FEATURE);
        var results = new TreeMap<String, String>();
        var launcher = LauncherFactory.create(LauncherConfig.builder().enableTestEngineAutoRegistration(false)
                .addTestEngines(new FeaturesEngine(() -> isAws)).build());
        launcher.execute(LauncherDiscoveryRequestBuilder.request().selectors(selectDirectory(folder.toFile()))
                .configurationParameter("cucumber.glue", "basics.samples.steps")
                .configurationParameter("scenario", scenario)
                .configurationParameter("cucumber.plugin", "message:" + folder.resolve("messages.ndjson"))
                .configurationParameter("cucumber.junit-platform.naming-strategy", "short")
                .configurationParameter("cucumber.execution.parallel.enabled", "false").build(),
                new TestExecutionListener() {
                    @Override
                    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                        if (test.isTest()) {
                            results.put(test.getDisplayName(), result.getStatus() + " "
                                    + result.getThrowable().map(Throwable::getMessage).orElse(""));
                        }
                    }
                });
        return results;
    }
}
