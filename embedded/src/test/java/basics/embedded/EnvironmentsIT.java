package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.Running;

/** Execution environments: what they are given, and what ends them. */
class EnvironmentsIT {
    @RegisterExtension
    private static final Running RUNNING = new Running();

    @Test
    void shouldGiveTheFunctionItsVariablesAndLambdasOwnOnly() {
        var variables = Http.json(RUNNING.http().get("/things/1?do=variables"));

        assertThat(variables.path("TABLE").asText()).isEqualTo(RUNNING.table()).startsWith("Test-Things-");
        assertThat(variables.path("AWS_LAMBDA_FUNCTION_MEMORY_SIZE").asText()).isEqualTo("256");
        assertThat(variables.path("_HANDLER").asText()).isEqualTo("basics.embedded.fixture.Probe");
        assertThat(variables.path("TZ").asText()).isEqualTo(":UTC");
        assertThat(variables.path("AWS_LAMBDA_LOG_FORMAT").asText()).isEqualTo("JSON");
        assertThat(variables.has("HOME")).isFalse();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(
                () -> assertThat(RUNNING.console())
                        .anyMatch(line -> line.contains("Picked up JAVA_TOOL_OPTIONS: -Dgiven=1")));
    }

    @Test
    void shouldTellTheFunctionHowLongItHas() {
        var context = RUNNING.http().get("/things/1?do=context").body().split(" ", -1);

        assertThat(context[1]).startsWith("arn:aws:lambda:us-east-1:000000000000:function:Test-Probe-");
        assertThat(Integer.parseInt(context[2])).isBetween(15_000, 20_000);
    }

    @Test
    void shouldShowLogsWithTheFunctionAndTheRequest() {
        var id = RUNNING.http().get("/things/1?do=log&text=hello").headers().firstValue("x-amzn-RequestId").orElse("");

        await().atMost(Duration.ofMinutes(1)).untilAsserted(
                () -> assertThat(RUNNING.console()).contains("Probe %s out hello".formatted(id),
                        "Probe %s logger hello".formatted(id)));
    }

    @Test
    void shouldEndAnInvocationThatOverrunsItsTimeoutAndReplaceTheEnvironment() {
        var before = RUNNING.http().get("/hasty?do=pid").body();

        var late = RUNNING.http().get("/hasty?do=sleep&ms=10000");

        assertThat(late.statusCode()).isEqualTo(502);
        assertThat(late.body()).isEqualTo("{\"message\":\"Internal server error\"}");
        assertThat(RUNNING.console()).anyMatch(line -> line.contains("Task timed out after 4.00 seconds"));
        assertThat(RUNNING.http().get("/hasty?do=pid").body()).isNotEqualTo(before);
        assertThat(ProcessHandle.of(Long.parseLong(before)).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void shouldReplaceACrashedEnvironment() {
        var crashed = RUNNING.http().get("/things/1?do=exit");

        assertThat(crashed.statusCode()).isEqualTo(502);
        assertThat(RUNNING.console()).anyMatch(line -> line.endsWith("Runtime exited with status 7"));
        assertThat(RUNNING.http().get("/things/1").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldStartMoreEnvironmentsUnderLoad() throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var pids = clients.invokeAll(IntStream
                    .range(0, 40).<java.util.concurrent.Callable<HttpResponse<String>>>mapToObj(
                            n -> () -> RUNNING.http().get("/things/1?do=pid"))
                    .toList());

            var bodies = pids.stream().map(future -> future.resultNow().body()).distinct().toList();
            assertThat(bodies).hasSizeBetween(2, Math.max(2, Runtime.getRuntime().availableProcessors()) + 1);
        }
    }
}
