package basics.embedded.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import basics.embedded.Embedded;
import basics.embedded.Settings;
import basics.embedded.fixture.Http;
import basics.embedded.fixture.TestAssembly;

/** Pages that a service brings in a folder, and what the page of tables asks for. */
class OwnPagesIT {
    private static Embedded embedded;
    private static Http http;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        var own = Files.createDirectory(directory.resolve("own"));
        Files.writeString(own.resolve("weather.html"), "<h1>Rain</h1>");
        Files.writeString(own.resolve("weather.js"), "// rain");
        Files.writeString(own.resolve("tables.html"), "<h1>Not these</h1>");
        Files.writeString(directory.resolve("secret.txt"), "secret");
        var assembly = TestAssembly.in(Files.createDirectory(directory.resolve("assembly")));
        embedded = Embedded.start(
                Settings.of(assembly).withConsole(_ -> {}).withPages(own, directory.resolve("not-there")));
        http = new Http(embedded.apiUrl());
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    @Test
    void shouldServeThePagesOfAFolderBesideItsOwn() {
        assertThat(http.get("/_local/weather").body()).contains("<title>Weather · Test</title>", "<h1>Rain</h1>");
        assertThat(http.get("/_local/weather.js").body()).isEqualTo("// rain");
        assertThat(http.get("/_local/requests").body()).contains("<a href=\"weather\">Weather</a>");
        assertThat(http.get("/_local/tables").body()).contains("<h1>Tables</h1>").doesNotContain("Not these");
    }

    @Test
    void shouldServeNothingBesideTheFolder() {
        assertThat(http.raw("GET /_local/../secret.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .doesNotContain("secret\n").startsWith("HTTP/1.1 4");
        assertThat(http.get("/_local/..%2fsecret.txt").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldReadTablesWithoutLeavingATrace() {
        var table = Http.json(http.get("/_local/api/tables")).at("/tables/0");
        var partitions = http.get("/_local/api/partitions?table=" + table.path("name").asText());

        assertThat(table.path("label").asText()).isEqualTo("Things");
        assertThat(partitions.body()).isEqualTo("{\"partitions\":[]}");
        assertThat(embedded.accessLog().used()).isEmpty();
        assertThat(Http.json(http.get("/_local/api/requests")).path("requests")).isEmpty();
    }

    @Test
    void shouldSayWhatIsWrongWithAQuestion() {
        var unknown = http.get("/_local/api/partitions?table=nothing");

        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).startsWith("ResourceNotFoundException");
    }
}
