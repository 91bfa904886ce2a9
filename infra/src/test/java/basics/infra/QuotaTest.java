package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.infra.settings.Project;

/** Runs the check before a deployment, {@code .ci/quota}, on the real templates with a fake AWS command line. */
class QuotaTest {

    private static final String NO_STACK = "echo 'An error occurred (ValidationError): Stack with id X does not exist' >&2; exit 254";

    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String RESERVED = "/Properties/ReservedConcurrentExecutions";
    /** The concurrency that Lambda keeps for functions without a reservation (Lambda quotas). */
    private static final int NOT_RESERVABLE = 100;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"prod, 450, 0", "prod, 100, 0", "prod, 150, 1300", "staging, 780, 0", "staging, 100, 0"})
    void shouldAllowAFirstDeploymentWithEnoughConcurrency(String environment, int left, int elsewhere)
            throws Exception {
        // When
        var run = run(environment, reserved(environment) + left + elsewhere, elsewhere, NO_STACK, "");

        // Then
        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output()).startsWith("DynamoDbBasics-" + environment + " reserves ")
                .endsWith(" which leaves " + left + " for everything else.\n");
    }

    @ParameterizedTest
    @CsvSource({"prod, 1, 0", "prod, 50, 400", "prod, 200, 0", "staging, 100, 0"})
    void shouldSayHowMuchConcurrencyToRequest(String environment, int missing, int elsewhere) throws Exception {
        // Given
        var needed = reserved(environment) + NOT_RESERVABLE + elsewhere;

        // When
        var run = run(environment, needed - missing, elsewhere, NO_STACK, "");

        // Then
        assertThat(run.exitCode()).isOne();
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains("This account has " + (needed - missing) + " in all",
                "Ask AWS for at least " + needed, "--desired-value " + needed, "maxConcurrency in cdk.json");
    }

    /** A new account may have a concurrency of only 10. */
    @ParameterizedTest
    @ValueSource(strings = {"staging", "prod"})
    void shouldSayHowMuchConcurrencyANewAccountMustRequest(String environment) throws Exception {
        // When
        var run = run(environment, 10, 0, NO_STACK, "");

        // Then
        assertThat(run.exitCode()).isOne();
        assertThat(run.errors()).contains("This account has 10 in all",
                "Ask AWS for at least " + (reserved(environment) + NOT_RESERVABLE));
    }

    /** The stack's existing reservations count as available, so a second deployment needs no more. */
    @Test
    void shouldCountTheStacksReservationsAsAvailable() throws Exception {
        // Given
        var functions = Synthesised.of("prod").awaited().values();
        var held = functions.iterator().next().at(RESERVED).asInt();

        // When
        var run = run("prod", reserved("prod") + 150, reserved("prod"),
                "for n in $(seq " + functions.size() + "); do echo f$n; done", "echo " + held);

        // Then
        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output()).endsWith(" which leaves 150 for everything else.\n");
    }

    @Test
    void shouldCountOnlyAdditionalReservations() throws Exception {
        // When: its functions have no reservations yet
        var run = run("prod", 700, 500, "echo f1; echo f2", "echo None");

        // Then
        assertThat(run.exitCode()).isOne();
        assertThat(run.errors()).contains("500 reserved elsewhere",
                "Ask AWS for at least " + (reserved("prod") + 500 + NOT_RESERVABLE));
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
    void shouldFailWithTheMessageOfAwsWhenAccessIsDenied() throws Exception {
        // When
        var run = run("prod", 1000, 0, "echo 'AccessDenied: not authorized' >&2; exit 254", "");

        // Then
        assertThat(run.exitCode()).isOne();
        assertThat(run.errors()).contains("AccessDenied: not authorized");
    }

    /** The sum of the reservations of an environment's functions. */
    private static int reserved(String environment) {
        return Synthesised.of(environment).resources(FUNCTION).values().stream()
                .mapToInt(function -> function.at(RESERVED).asInt()).sum();
    }

    private FinishedProcess run(String environment, int limit, int elsewhere, String stack, String function)
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
            """.formatted(limit, limit - elsewhere, stack, function.isEmpty() ? "exit 3" : function));
        Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwx------"));
        var script = Project.find().root().resolve(".ci/quota").toString();
        return FinishedProcess.of(List.of("bash", script, assembly.toString()), folder, variables -> variables
                .put("PATH", aws.getParent() + ":" + System.getenv("PATH")));
    }
}
