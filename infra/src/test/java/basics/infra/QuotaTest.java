package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check before a deployment, {@code .ci/quota}, on the real templates and with an AWS command line of the test's. */
class QuotaTest {

    private static final String NO_STACK = "echo 'An error occurred (ValidationError): Stack with id X does not exist' >&2; exit 254";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"prod, 1000, 1000, 450", "prod, 650, 650, 100", "prod, 2000, 700, 150", "staging, 1000, 1000, 780",
        "staging, 320, 320, 100"})
    void shouldLetAFirstDeploymentGoOnWhereThereIsEnough(String environment, int limit, int unreserved, int left)
            throws Exception {
        // When
        var run = run(environment, limit, unreserved, NO_STACK, "");

        // Then
        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output()).startsWith("DynamoDbBasics-" + environment + " reserves ")
                .endsWith(" and " + left + " stay for all else.\n");
    }

    @ParameterizedTest
    @CsvSource({"prod, 10, 10, 650", "prod, 649, 649, 650", "prod, 1000, 600, 1050", "staging, 10, 10, 320"})
    void shouldSayWhatToAskForWhereThereIsNot(String environment, int limit, int unreserved, int needed)
            throws Exception {
        // When
        var run = run(environment, limit, unreserved, NO_STACK, "");

        // Then
        assertThat(run.exitCode()).isOne();
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains("This account has " + limit + " in all",
                "Ask AWS for " + needed + " at least", "--desired-value " + needed, "maxConcurrency in cdk.json");
    }

    /** What the stack holds already is its own: a second deployment needs nothing more. */
    @Test
    void shouldNotAskForWhatTheStackHolds() throws Exception {
        // When: 11 functions hold 50 each of 700
        var run = run("prod", 700, 150, "for n in 1 2 3 4 5 6 7 8 9 10 11; do echo f$n; done", "echo 50");

        // Then
        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output()).endsWith(" and 150 stay for all else.\n");
    }

    @Test
    void shouldCountWhatTheStackLacksWhenItWillReserveMore() throws Exception {
        // When: they hold nothing so far
        var run = run("prod", 700, 200, "echo f1; echo f2", "echo None");

        // Then
        assertThat(run.exitCode()).isOne();
        assertThat(run.errors()).contains("500 reserved elsewhere", "Ask AWS for 1150 at least");
    }

    @Test
    void shouldNotAskAwsForAnEnvironmentThatReservesNothing() throws Exception {
        // When
        var run = run("dev", 0, 0, "exit 1", "exit 1");

        // Then
        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output()).isEqualTo("DynamoDbBasics-dev reserves no concurrency.\n");
    }

    @Test
    void shouldFailWithTheWordsOfAwsWhenItMayNotAsk() throws Exception {
        // When
        var run = run("prod", 1000, 1000, "echo 'AccessDenied: not authorized' >&2; exit 254", "");

        // Then
        assertThat(run.exitCode()).isOne();
        assertThat(run.errors()).contains("AccessDenied: not authorized");
    }

    private record Run(int exitCode, String output, String errors) {}

    private Run run(String environment, int limit, int unreserved, String stack, String function)
            throws IOException, InterruptedException {
        var assembly = Files.createDirectory(folder.resolve("assembly"));
        Files.writeString(assembly.resolve("DynamoDbBasics-" + environment + ".template.json"),
                Synthesised.of(environment).templateFile());
        var aws = Files.writeString(Files.createDirectory(folder.resolve("bin")).resolve("aws"), """
            #!/usr/bin/env bash
            case "$1 $2" in
              "lambda get-account-settings") printf '%d\\t%d\\n' ;;
              "cloudformation list-stack-resources") %s ;;
              "lambda get-function-concurrency") %s ;;
              *) exit 3 ;;
            esac
            """.formatted(limit, unreserved, stack, function.isEmpty() ? "exit 3" : function));
        Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwx------"));
        var output = folder.resolve("output");
        var errors = folder.resolve("errors");
        var script = Project.find().root().resolve(".ci/quota").toString();
        var builder = new ProcessBuilder("bash", script, assembly.toString()).redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("PATH", aws.getParent() + ":" + System.getenv("PATH"));
        var process = builder.start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(output), Files.readString(errors));
    }
}
