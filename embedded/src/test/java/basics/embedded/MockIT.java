package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.TestAssembly;

/** Mock integrations that take what no other path and method takes. */
class MockIT {
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    private static Embedded embedded;
    private static Http http;

    @BeforeAll
    static void start(@TempDir Path directory) {
        embedded = Embedded.start(Settings.of(TestAssembly.with(directory, "mocks.json", template -> {})));
        http = new Http(embedded.apiUrl());
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"GET, /nothing", "GET, /things", "GET, /things/", "PUT, /things/1", "HEAD, /things/1", "DELETE, /hasty",
        "OPTIONS, /nothing", "OPTIONS, /hasty", "BREW, /things/1", "GET, /things/1/2", "GET, /test/nothing"})
    void shouldTakeWhatIsNotDeclared(String method, String path) {
        var answer = http.method(method, path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        var id = answer.headers().firstValue("x-amzn-RequestId").orElseThrow();
        assertThat(answer.body()).isEqualTo(method.equals("HEAD")
                ? ""
                : "{\"instance\":\"%s\",\"at\":\"%s\"}".formatted(id, path));
    }

    @Test
    void shouldLeaveWhatIsDeclared() {
        assertThat(http.get("/things/1?do=pid").statusCode()).isEqualTo(200);
        assertThat(http.get("/things/1/?do=pid").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"GET, /", "POST, /", "OPTIONS, /test", "DELETE, /test/"})
    void shouldTakeTheRootByAMethodOfItsOwn(String method, String path) {
        var answer = http.method(method, path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.headers().firstValue("X-Id")).isEqualTo(answer.headers().firstValue("x-amzn-RequestId"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"application/json, 404", "Application/JSON; charset=utf-8, 404", "text/plain, 418", "image/png, 415"})
    void shouldChooseTheTemplateByTheMediaType(String type, int status) {
        assertThat(http.post("/nothing", BODY, "Content-Type", type).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"application/json", "*/*", "text/html", "'application/json, text/html'"})
    void shouldAnswerWhateverIsAccepted(String accepted) {
        var answer = http.get("/nothing", "Accept", accepted);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Http.json(answer).path("at").asText()).isEqualTo("/nothing");
    }

    @Test
    void shouldAnswerWithTheOnlyTemplateOfAResponse() {
        var answer = http.post("/nothing", BODY, "Content-Type", "text/plain", "Accept", "application/json");

        assertThat(answer.body()).isEqualTo("<p>tea</p>");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html");
    }

    @Test
    void shouldEscapeWhatAClientHasChosen() {
        var answer = http.raw("GET /a\"b\\ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404").contains("\"at\":\"/a\\\"b\\\\\"");
    }

    @Test
    void shouldFailAsApiGatewayDoesForWhatIsNotSetUpForBinaryTypes() {
        // A template for what is binary; a text where something binary is accepted; no template; no response.
        assertThat(http.get("/careless").statusCode()).isEqualTo(500);
        assertThat(http.get("/careless", "Content-Type", "text/plain", "Accept", "application/json").statusCode())
                .isEqualTo(500);
        assertThat(http.get("/careless", "Content-Type", "text/plain").statusCode()).isEqualTo(200);
        assertThat(http.get("/careless", "Content-Type", "image/png").statusCode()).isEqualTo(500);
        assertThat(http.post("/careless", BODY).statusCode()).isEqualTo(500);
    }
}
