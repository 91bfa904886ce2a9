package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.Running;

/** What of a request reaches the function, and by which route. */
class RequestsIT {
    @RegisterExtension
    private static final Running RUNNING = new Running();

    @Test
    void shouldHandOverThePathAsSentAndTheQueryDecoded() {
        var event = Http
                .json(RUNNING.http().get("/things/a%2Fb+c%20%C3%A9?q=1&q=a%2Bb+c&empty", "X-Two", "1", "X-Two", "2"));

        assertThat(event.at("/pathParameters/id").asText()).isEqualTo("a%2Fb+c%20%C3%A9");
        assertThat(event.at("/path").asText()).isEqualTo("/things/a%2Fb+c%20%C3%A9");
        assertThat(event.at("/resource").asText()).isEqualTo("/things/{id}");
        assertThat(event.at("/queryStringParameters").toString()).isEqualTo("{\"q\":\"a+b c\",\"empty\":\"\"}");
        assertThat(event.at("/multiValueQueryStringParameters/q").toString()).isEqualTo("[\"1\",\"a+b c\"]");
        assertThat(event.at("/multiValueHeaders/X-Two").toString()).isEqualTo("[\"1\",\"2\"]");
        assertThat(event.at("/headers/X-Two").asText()).isEqualTo("2");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/things/a%20b/, a%20b, /things/a%20b/", "/test/things/a/, a, /things/a/",
        "//things/a, a, /things/a", "/test//things/a, a, /things/a", "/things/%ff, %ff, /things/%ff"})
    void shouldRouteWhateverSurroundsThePath(String sent, String id, String path) {
        var answer = RUNNING.http().raw("GET " + sent + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"pathParameters\":{\"id\":\"" + id + "\"}",
                "\"path\":\"" + path + "\"", "\"path\":\"" + sent + "\"");
    }

    @Test
    void shouldDescribeTheRequestToTheFunction() {
        var response = RUNNING.http().get("/things/1");
        var event = Http.json(response);

        assertThat(event.at("/requestContext/requestId").asText())
                .isEqualTo(response.headers().firstValue("x-amzn-RequestId").orElse(""));
        assertThat(event.at("/requestContext/stage").asText()).isEqualTo("test");
        assertThat(event.at("/requestContext/identity/sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(event.at("/stageVariables/colour").asText()).isEqualTo("blue");
        assertThat(event.path("body").isNull()).isTrue();
        assertThat(event.path("queryStringParameters").isNull()).isTrue();
    }

    @Test
    void shouldPreferALiteralSegment() {
        assertThat(Http.json(RUNNING.http().get("/things/fixed")).path("resource").asText()).isEqualTo("/things/fixed");
        assertThat(Http.json(RUNNING.http().get("/things/fixe")).path("resource").asText()).isEqualTo("/things/{id}");
    }

    @Test
    void shouldEncodeBinaryBodiesOnly() {
        var bytes = new byte[]{0, (byte) 0xff, 1};

        var binary = Http.json(RUNNING.http().post("/things/1", bytes, "Content-Type", "application/octet-stream"));
        var text = Http
                .json(RUNNING.http().post("/things/1", "é".getBytes(StandardCharsets.UTF_8), "Content-Type",
                        "text/plain"));

        assertThat(binary.path("body").asText()).isEqualTo("AP8B");
        assertThat(binary.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(text.path("body").asText()).isEqualTo("é");
        assertThat(text.path("isBase64Encoded").asBoolean()).isFalse();
    }

    @Test
    void shouldNotKnowOtherPathsAndMethods() {
        for (var path : List.of("/", "/nothing", "/things", "/things/", "/things/1/2", "/Things/1")) {
            var response = RUNNING.http().get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(Http.json(response).path("instance").asText())
                    .isEqualTo(response.headers().firstValue("x-amzn-RequestId").orElse(""));
            assertThat(Http.json(response).path("detail").asText()).isEqualTo("Missing Authentication Token");
        }
        assertThat(RUNNING.http().method("DELETE", "/things/1").statusCode()).isEqualTo(404);
        assertThat(RUNNING.http().method("HEAD", "/things/1").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldAnswerAHeadWithoutTheBodyOfTheGet() {
        var request = " /both?do=big&bytes=20 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        var get = RUNNING.http().raw("GET" + request);
        var head = RUNNING.http().raw("HEAD" + request);

        assertThat(get).startsWith("HTTP/1.1 200").contains("\r\nContent-Length: 20\r\n").endsWith("x".repeat(20));
        assertThat(head).startsWith("HTTP/1.1 200").contains("\r\nContent-Length: 20\r\n").endsWith("\r\n\r\n");
    }

    @Test
    void shouldAnswerAPreflightWithoutAFunction() {
        var preflight = RUNNING.http().method("OPTIONS", "/things/1");

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void shouldRefuseWhatIsTooLargeForTheGatewayInWordsOfItsOwn() {
        var over = RUNNING.http().post("/things/1", new byte[10 * 1024 * 1024 + 1], "Content-Type", "text/plain");
        var somewhere = RUNNING.http().post("/nothing", new byte[10 * 1024 * 1024 + 1]);

        for (var refused : List.of(over, somewhere)) {
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).isEqualTo("HTTP content length exceeded 10485760 bytes.");
            assertThat(refused.headers().firstValue("Content-Type")).contains("text/plain");
            assertThat(refused.headers().firstValue("x-amzn-RequestId")).isEmpty();
        }
    }

    @Test
    void shouldRefuseWhatIsTooLargeForLambda() {
        var over = RUNNING.http().post("/things/1", new byte[6 * 1024 * 1024 + 1], "Content-Type", "text/plain");

        assertThat(over.statusCode()).isEqualTo(413);
        assertThat(over.body()).isEqualTo("{\"message\":\"Request Too Long\"}");
        assertThat(over.headers().firstValue("x-amzn-ErrorType")).contains("BadRequestException");
        assertThat(over.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(RUNNING.http().get("/things/1?do=big&bytes=6300000").statusCode()).isEqualTo(502);
        assertThat(RUNNING.http().get("/things/1?do=big&bytes=5000000").statusCode()).isEqualTo(200);
    }
}
