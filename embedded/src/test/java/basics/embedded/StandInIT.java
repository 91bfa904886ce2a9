package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.Served;
import basics.embedded.fixture.TestAssembly;

/** Functions whose runtime client has no native code, as on machines that Lambda has none for. */
class StandInIT {
    private static Served served;
    private static Http http;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        // With a blank in its path, as homes on other systems have.
        var assembly = TestAssembly.with(Files.createDirectory(directory.resolve("an assembly")), "snapstart.json",
                template -> {});
        var temporary = Files.createDirectory(directory.resolve("temporary files"));
        served = Served.start(assembly, "-Druntime=java", "-Djava.io.tmpdir=" + temporary);
        http = served.http();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldLoadNoLibraryOfLambdas() throws Exception {
        var pid = http.get("/things/1?do=pid").body();

        assertThat(Files.readString(Path.of("/proc", pid, "maps"))).contains("libjvm").doesNotContain("native-client");
    }

    @Test
    void shouldTellTheFunctionWhatItIsInvokedFor() {
        var answer = http.get("/things/1?do=context");

        assertThat(answer.body().split(" ", -1)[0])
                .isEqualTo(answer.headers().firstValue("x-amzn-RequestId").orElse(""));
        assertThat(answer.body().split(" ", -1)[1]).startsWith("arn:aws:lambda:");
        assertThat(Integer.parseInt(answer.body().split(" ", -1)[2])).isBetween(1, 20_000);
    }

    @Test
    void shouldCarryTextOfAnyLanguage() {
        var text = "Grüße, 世界 \uD83D\uDE00";

        assertThat(Http.json(http.post("/things/1", text.getBytes(StandardCharsets.UTF_8))).path("body").asText())
                .isEqualTo(text);
    }

    @Test
    void shouldRefuseAnswersThatAreTooLongAndGoOn() {
        assertThat(http.get("/things/1?do=big&bytes=6000000").body()).hasSize(6_000_000);
        assertThat(http.get("/things/1?do=big&bytes=7000000").statusCode()).isEqualTo(502);
        assertThat(http.get("/things/1?do=echo").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldReportWhatAFunctionThrows() {
        assertThat(http.get("/things/1?do=throw").statusCode()).isEqualTo(502);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(
                () -> assertThat(served.console()).contains("Thrown on purpose"));
    }

    @Test
    void shouldReplaceAProcessThatHasEnded() {
        var before = http.get("/things/1?do=pid").body();

        assertThat(http.get("/things/1?do=exit").statusCode()).isEqualTo(502);
        assertThat(http.get("/things/1?do=pid").body()).isNotEqualTo(before);
    }

    @Test
    void shouldRunTheHooksOfSnapStart() {
        var told = Http.json(http.get("/alias"));

        assertThat(told.path("beforeCheckpointStatus").asInt()).isEqualTo(200);
        assertThat(told.path("afterRestoreStatus").asInt()).isEqualTo(200);
    }

    @Test
    void shouldServeSeveralAtOnce() {
        var statuses = IntStream.range(0, 20).parallel().map(_ -> http.get("/things/1?do=echo").statusCode());

        assertThat(statuses).hasSize(20).containsOnly(200);
    }
}
