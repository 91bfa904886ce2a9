package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.Orders;
import basics.embedded.fixture.TestAssembly;

/** Functions with SnapStart, run by Lambda's own runtime client, which runs their hooks. */
class SnapStartIT {
    private static final Queue<String> CONSOLE = new ConcurrentLinkedQueue<>();
    private static Embedded embedded;
    private static Http http;

    @BeforeAll
    static void start(@TempDir Path directory) {
        embedded = Embedded.start(Settings.of(TestAssembly.with(directory, "snapstart.json", template -> {}))
                .withConsole(CONSOLE::add).withFaults());
        http = new Http(embedded.apiUrl());
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    @Test
    void shouldGiveOtherCredentialsAfterTheRestoreAndRefuseTheOldOnes() {
        var told = Http.json(http.get("/alias"));

        assertThat(told.path("beforeCheckpoint").asText()).startsWith("ASIA");
        assertThat(told.path("beforeCheckpointStatus").asInt()).isEqualTo(200);
        assertThat(told.path("afterRestore").asText()).startsWith("ASIA")
                .isNotEqualTo(told.path("beforeCheckpoint").asText()).isEqualTo(told.path("current").asText());
        assertThat(told.path("afterRestoreStatus").asInt()).isEqualTo(200);
        assertThat(told.path("newOne").asInt()).isEqualTo(200);
        assertThat(told.path("oldOne").asText()).contains("UnrecognizedClientException");
    }

    @Test
    void shouldGiveCredentialsToTheEnvironmentOnly() {
        var told = Http.json(http.get("/alias"));

        assertThat(told.path("withoutToken").asInt()).isEqualTo(403);
        assertThat(told.path("withAnother").asInt()).isEqualTo(403);
    }

    @Test
    void shouldHaveTheVariablesAndOptionsOfSnapStart() {
        var told = Http.json(http.get("/alias"));

        var variables = told.path("variables");
        assertThat(variables.path("AWS_LAMBDA_INITIALIZATION_TYPE").asText()).isEqualTo("snap-start");
        assertThat(variables.path("AWS_LAMBDA_FUNCTION_VERSION").asText()).isEqualTo("1");
        assertThat(variables.path("AWS_CONTAINER_CREDENTIALS_FULL_URI").asText()).startsWith("http://127.0.0.1:");
        assertThat(variables.has("AWS_CONTAINER_AUTHORIZATION_TOKEN")).isTrue();
        for (var absent : new String[]{"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
            "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME"}) {
            assertThat(variables.has(absent)).as(absent).isFalse();
        }
        assertThat(told.path("options").toString())
                .contains("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac")
                .contains("-XX:TieredStopAtLevel=1\"").contains("-XX:TieredStopAtLevel=4\"");
        assertThat(told.path("version").asText()).isEqualTo("1");
    }

    @Test
    void shouldBeInvokedByItsAliasAndByItsVersion() {
        assertThat(Http.json(http.get("/alias")).path("arn").asText())
                .matches("arn:aws:lambda:us-east-1:000000000000:function:Test-Snapped-\\w{12}:live");
        var byVersion = Http.json(http.get("/version"));
        assertThat(byVersion.path("arn").asText()).endsWith(":1");
        assertThat(byVersion.has("afterRestore")).isTrue();
    }

    @Test
    void shouldStartWhatIsNotPublishedWithoutASnapshot() {
        var told = Http.json(http.get("/latest"));

        assertThat(told.has("beforeCheckpoint")).isFalse();
        assertThat(told.path("arn").asText()).matches(".*:function:Test-Snapped-\\w{12}");
        assertThat(told.path("variables").path("AWS_LAMBDA_INITIALIZATION_TYPE").asText()).isEqualTo("on-demand");
        assertThat(told.path("variables").path("AWS_LAMBDA_FUNCTION_VERSION").asText()).isEqualTo("$LATEST");
        assertThat(told.path("variables").has("AWS_ACCESS_KEY_ID")).isTrue();
        assertThat(told.path("variables").has("AWS_CONTAINER_CREDENTIALS_FULL_URI")).isFalse();
        assertThat(told.path("options").toString()).doesNotContain("TieredStopAtLevel=4");
    }

    @Test
    void shouldHaveFaultsWaitForTheFirstRequest() {
        var door = new Orders(embedded.door().orElseThrow());
        var order = door.order("{\"dynamoDb\": {\"kind\": \"THROTTLED\"}, \"variables\": {\"MORE\": \"1\"}}");

        var told = Http.json(http.get("/alias", Orders.HEADER, order));

        assertThat(told.path("variables").path("MORE").asText()).isEqualTo("1");
        assertThat(told.path("beforeCheckpointStatus").asInt()).isEqualTo(200);
        assertThat(told.path("afterRestoreStatus").asInt()).isEqualTo(200);
        assertThat(told.path("newOne").asInt()).isEqualTo(400);
    }

    @Test
    void shouldReportAHookThatFails() {
        assertThat(http.get("/checkpointless").statusCode()).isEqualTo(502);
        assertThat(CONSOLE).anyMatch(line -> line.matches("Snapped \\S+ Runtime.BeforeCheckpointError "
                + "com.amazonaws.services.lambda.crac.CheckpointException: .*"));
        await().atMost(Duration.ofMinutes(1)).untilAsserted(
                () -> assertThat(CONSOLE).anyMatch(line -> line.contains("Failed on purpose")));

        assertThat(http.get("/restoreless").statusCode()).isEqualTo(502);
        assertThat(CONSOLE).anyMatch(line -> line.matches("Snapped \\S+ Runtime.AfterRestoreError "
                + "com.amazonaws.services.lambda.crac.RestoreException: .*"));
    }

    @Test
    void shouldGrantAVersionWhatItsFunctionIsGranted() {
        assertThat(embedded.grants().keySet()).filteredOn(name -> name.startsWith("Test-Snapped")).hasSize(1);
    }
}
