package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import basics.infra.settings.Project;

/** Runs the app in a separate process, as Maven and the CDK command line do. */
@Execution(ExecutionMode.CONCURRENT)
class InfraAppIT {

    private static final String TEMPLATE = "DynamoDbBasics-local.template.json";

    @Test
    void shouldWriteTheSameTemplateAsTheBuild(@TempDir Path folder) throws Exception {
        // Given
        var built = Project.find().root().resolve("infra/target/cdk.out").resolve(TEMPLATE);

        // When
        var run = run(folder, Map.of("CDK_OUTDIR", folder.resolve("cdk.out").toString()), "local");

        // Then
        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(folder.resolve("cdk.out").resolve(TEMPLATE)).hasSameBinaryContentAs(built);
        assertThat(run.output()).isEmpty();
    }

    @Test
    void shouldPreferTheCommandLinesEnvironment(@TempDir Path folder) throws Exception {
        // When
        var run = run(folder,
                Map.of("CDK_OUTDIR", folder.resolve("cdk.out").toString(), "CDK_CONTEXT_JSON", "{\"env\":\"prod\"}"),
                "local");

        // Then
        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(folder.resolve("cdk.out/DynamoDbBasics-prod.template.json")).exists();
        assertThat(folder.resolve("cdk.out").resolve(TEMPLATE)).doesNotExist();
    }

    @Test
    void shouldRefuseInOneLine(@TempDir Path folder) throws Exception {
        // When
        var run = run(folder, Map.of("CDK_OUTDIR", folder.resolve("cdk.out").toString(), "CDK_CONTEXT_JSON", "{}"));

        // Then
        assertThat(run).isEqualTo(new FinishedProcess(1, "",
                "env is missing: must be one of local, dev, staging, prod. Add it to the command, as in:"
                        + " npx cdk diff -c env=dev\n"));
    }

    @Test
    void shouldReportMissingNode(@TempDir Path folder) throws Exception {
        // When
        var run = run(folder, Map.of("JSII_NODE", "no-such-node"), "local");

        // Then
        assertThat(run).isEqualTo(
                new FinishedProcess(1, "", "Node.js is missing: install version 20 or later (the CDK runs on it)"
                        + " so that `no-such-node` starts it.\n"));
    }

    private static FinishedProcess run(Path folder, Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.concat(Stream.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-classpath",
                System.getProperty("java.class.path"), InfraApp.class.getName()), Stream.of(arguments)).toList();
        return FinishedProcess.of(command, folder, environment -> {
            environment.keySet().removeIf(name -> name.startsWith("CDK_") && !name.equals("CDK_VALIDATION"));
            environment.putAll(variables);
        });
    }
}
