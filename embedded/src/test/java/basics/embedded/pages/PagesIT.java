package basics.embedded.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.Embedded;
import basics.embedded.Issuer;
import basics.embedded.Settings;
import basics.embedded.fixture.Http;
import basics.embedded.fixture.Orders;
import basics.embedded.fixture.TestAssembly;
import basics.embedded.fixture.Tokens;

/** Whom the pages answer, and what they tell of requests and functions. */
class PagesIT {
    private static final String TOKEN = Tokens.allowing("STAGE/*");
    private static Embedded embedded;
    private static Http http;

    @BeforeAll
    static void start(@TempDir Path directory) {
        var nowhere = URI.create("http://127.0.0.1:9");
        embedded = Embedded.start(Settings.of(TestAssembly.guarded(directory)).withConsole(_ -> {})
                .withIssuer(new Issuer(nowhere, nowhere)).withFaults().withPages());
        http = new Http(embedded.apiUrl());
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    @Test
    void shouldServeAPageThatTakesNothingFromElsewhere() {
        var page = http.get("/_local/requests");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Requests · Test</title>", "aria-current=\"page\">Requests");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe").doesNotContain("http");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1:1", "[::1]:8080", "LOCALHOST:8080"})
    void shouldAnswerToLoopbackNames(String host) {
        assertThat(asked("GET", "/_local/requests", "Host: " + host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example:80",
        "0.0.0.0:8080"})
    void shouldRefuseEveryOtherName(String host) {
        assertThat(asked("GET", "/_local/api/requests", "Host: " + host)).startsWith("HTTP/1.1 421")
                .doesNotContain("changes");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"cross-site", "same-site"})
    void shouldGiveNoDataToAPageOfAnotherSite(String site) {
        assertThat(asked("GET", "/_local/api/requests", "Host: localhost", "Sec-Fetch-Site: " + site))
                .startsWith("HTTP/1.1 403");
        assertThat(asked("GET", "/_local/api/requests", "Host: localhost", "Sec-Fetch-Site: same-origin"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void shouldOnlyBeRead(String method) {
        assertThat(asked(method, "/_local/api/requests", "Host: localhost")).startsWith("HTTP/1.1 405")
                .contains("Allow: GET, HEAD").doesNotContain("Access-Control");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"layout", "layout.html", "..%2fPages.class", "../Pages.class", "%2e%2e/template.json",
        "swagger-ui.js", "swagger-initializer.js", "api/", "api/nothing"})
    void shouldServeNothingElse(String path) {
        assertThat(asked("GET", "/_local/" + path, "Host: localhost")).startsWith("HTTP/1.1 404");
    }

    @Test
    void shouldServeSwaggerUi() {
        assertThat(http.get("/_local/swagger-ui-bundle.js").body()).contains("SwaggerUIBundle");
    }

    @Test
    void shouldLeadABrowserToThePagesAndLeaveTheApiItsRoot() {
        var browser = http.get("/", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(browser.statusCode()).isEqualTo(302);
        assertThat(browser.headers().firstValue("Location").orElse("")).endsWith("/_local/");
        assertThat(http.get("/", "Accept", "*/*").headers().map()).containsKey("x-amzn-requestid");
        assertThat(asked("GET", "/", "Host: evil.example", "Accept: text/html")).contains("x-amzn-RequestId");
    }

    @Test
    void shouldTellWhatARequestDidAndWhichStatementWasMissing() {
        var scan = http.post("/things/1?do=dynamodb&operation=Scan",
                "{\"TableName\": \"%s\"}".formatted(embedded.outputs().get("Table")).getBytes(StandardCharsets.UTF_8),
                "Authorization", TOKEN);

        var told = told(scan.headers().firstValue("x-amzn-RequestId").orElseThrow());
        assertThat(told.at("/summary/status").asInt()).isEqualTo(400);
        assertThat(told.at("/functions").findValuesAsText("function")).contains("Probe");
        assertThat(told.at("/calls/0/operation").asText()).isEqualTo("Scan");
        assertThat(told.at("/calls/0/error").asText()).startsWith("AccessDeniedException");
        assertThat(told.at("/calls/0/missing/0/action").asText()).isEqualTo("dynamodb:Scan");
        assertThat(told.at("/calls/0/missing/0/resource").asText())
                .endsWith(":table/" + embedded.outputs().get("Table"));
        assertThat(told.at("/verdict/context/principalId").asText()).isEqualTo("somebody");
        assertThat(told.toString()).doesNotContain(TOKEN.substring("Bearer ".length()));
    }

    @Test
    void shouldTellWhatATestHasOrderedToGoWrong() {
        var order = new Orders(embedded.door().orElseThrow()).order("{\"dynamoDb\": {\"kind\": \"THROTTLED\"}}");

        var throttled = http.post("/things/1?do=dynamodb&operation=GetItem",
                "{\"TableName\": \"%s\", \"Key\": {\"id\": {\"S\": \"1\"}}}".formatted(embedded.outputs().get("Table"))
                        .getBytes(StandardCharsets.UTF_8),
                "Authorization", TOKEN, Orders.HEADER, order);

        var told = told(throttled.headers().firstValue("x-amzn-RequestId").orElseThrow());
        assertThat(told.at("/calls/0/fault").asText()).isEqualTo("throttled");
        assertThat(told.at("/calls/0/error").asText()).startsWith("ProvisionedThroughputExceededException");
    }

    @Test
    void shouldTellUnitsAsDynamoDbDoes() {
        var put = http.post("/things/1?do=dynamodb&operation=PutItem", """
            {"TableName": "%s", "Item": {"id": {"S": "1"}}, "ReturnConsumedCapacity": "INDEXES"}"""
                .formatted(embedded.outputs().get("Table")).getBytes(StandardCharsets.UTF_8), "Authorization", TOKEN);

        var told = told(put.headers().firstValue("x-amzn-RequestId").orElseThrow());
        assertThat(told.at("/calls/0/request/0/text").asText()).isEqualTo("id: \"1\"");
        assertThat(told.at("/calls/0/units/0/units").asDouble()).isEqualTo(1);
        assertThat(told.at("/summary/units").asDouble()).isEqualTo(1);
    }

    @Test
    void shouldCountColdStartsAndFailures() {
        http.get("/hasty?do=throw", "Authorization", TOKEN);

        var hasty = failed();
        assertThat(hasty.at("/counts/cold").asInt()).isEqualTo(1);
        assertThat(hasty.at("/counts/failed").asInt()).isEqualTo(1);
        assertThat(hasty.at("/counts/lastFailure").asText()).contains("Thrown on purpose");
        assertThat(hasty.at("/counts/startMillis/0").asDouble()).isPositive();
        assertThat(hasty.at("/environments/0/phase").asText()).isEqualTo("IDLE");
    }

    @Test
    void shouldSayWhenARequestIsForgotten() {
        assertThat(http.get("/_local/api/request?id=none").statusCode()).isEqualTo(400);
    }

    /** With the call of DynamoDB, which is told after its answer has been sent. */
    private static JsonNode told(String id) {
        return Awaitility.await().atMost(Duration.ofMinutes(1)).until(
                () -> Http.json(http.get("/_local/api/request?id=" + id)),
                told -> told.path("summary").path("status").asInt() > 0 && !told.path("calls").isEmpty());
    }

    private static JsonNode failed() {
        for (var function : Http.json(http.get("/_local/api/functions")).path("functions")) {
            if (function.at("/counts/failed").asInt() > 0) {
                return function;
            }
        }
        throw new AssertionError("No function has failed");
    }

    private static String asked(String method, String path, String... headers) {
        return http.raw("%s %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n".formatted(method, path,
                String.join("\r\n", headers)));
    }
}
