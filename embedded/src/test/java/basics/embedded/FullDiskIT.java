package basics.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.Served;
import basics.embedded.fixture.TestAssembly;

/** What can't be stored is never answered as stored. */
class FullDiskIT {
    @TempDir
    private Path directory;
    private Path assembly = Path.of("");
    private Path data = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        assembly = TestAssembly.in(Files.createDirectories(directory.resolve("assembly")));
        data = directory.resolve("data");
    }

    /** The system refuses to make any file larger than 4 MiB, as a full disk would; the libraries unpacked here are smaller. */
    @Test
    void shouldAnswerAsStoredOnlyWhatIsThereAfterAKill() throws Exception {
        // Given
        var stored = new ArrayList<String>();
        String table;
        try (var served = Served.limited("ulimit -f 4096", assembly, "-Ddata=" + data)) {
            table = table(served.http());
            HttpResponse<String> answer;
            var batch = 0;

            // When
            for (answer = write(served.http(), table, batch); answer.statusCode() == 200 && batch < 100; answer = write(
                    served.http(), table, batch)) {
                stored.add("%d-9".formatted(batch));
                batch++;
            }

            // Then
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("InternalServerError");
            assertThat(write(served.http(), table, 200).statusCode()).isEqualTo(503);
            assertThat(put(served.http(), table, "single").statusCode()).isEqualTo(503);
            assertThat(get(served.http(), table, stored.getFirst())).contains("text");
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(served.console()).contains("Nothing is stored any more"));
            assertThat(served.console()).doesNotContain("\tat ");
            served.kill();
        }
        try (var again = Served.start(assembly, "-Ddata=" + data)) {
            assertThat(stored).isNotEmpty().allMatch(id -> get(again.http(), table, id).contains("text"));
            assertThat(get(again.http(), table, stored.size() + "-0")).isEqualTo("{}");
            assertThat(put(again.http(), table, "single").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldRefuseToWriteToAFolderThatIsGone() throws Exception {
        try (var served = Served.start(assembly, "-Ddata=" + data)) {
            var table = table(served.http());
            assertThat(put(served.http(), table, "1").statusCode()).isEqualTo(200);

            Files.delete(data.resolve("shared-local-instance.db"));

            assertThat(put(served.http(), table, "2").statusCode()).isEqualTo(503);
            assertThat(put(served.http(), table, "3").statusCode()).isEqualTo(503);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(served.console()).containsOnlyOnce("was removed"));
        }
    }

    private static String table(Http http) {
        return Http.json(http.get("/things/1?do=variables")).path("TABLE").asText();
    }

    /** Ten items of 30 KB, all or none. */
    private static HttpResponse<String> write(Http http, String table, int batch) {
        var items = new ArrayList<String>();
        for (var i = 0; i < 10; i++) {
            items.add(
                    "{\"Put\": {\"TableName\": \"%s\", \"Item\": {\"id\": {\"S\": \"%d-%d\"}, \"text\": {\"S\": \"%s\"}}}}"
                            .formatted(table, batch, i, "x".repeat(30_000)));
        }
        return call(http, "TransactWriteItems", "{\"TransactItems\": [%s]}".formatted(String.join(",", items)));
    }

    private static HttpResponse<String> put(Http http, String table, String id) {
        return call(http, "PutItem",
                "{\"TableName\": \"%s\", \"Item\": {\"id\": {\"S\": \"%s\"}}}".formatted(table, id));
    }

    private static String get(Http http, String table, String id) {
        return call(http, "GetItem",
                "{\"TableName\": \"%s\", \"Key\": {\"id\": {\"S\": \"%s\"}}}".formatted(table, id)).body();
    }

    private static HttpResponse<String> call(Http http, String operation, String request) {
        return http.post("/things/1?do=dynamodb&operation=" + operation, request.getBytes(UTF_8));
    }
}
