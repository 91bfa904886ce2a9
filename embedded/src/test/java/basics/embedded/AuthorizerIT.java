package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.Orders;
import basics.embedded.fixture.TestAssembly;
import basics.embedded.fixture.Tokens;

/** A token authorizer before the routes: a function in processes of its own, which does what the token says. */
class AuthorizerIT {
    private static final String ALL = "STAGE/*";
    private static final Queue<String> CONSOLE = new ConcurrentLinkedQueue<>();
    private static Embedded embedded;
    private static Http http;

    @BeforeAll
    static void start(@TempDir Path directory) {
        var nowhere = URI.create("http://127.0.0.1:9");
        embedded = Embedded.start(Settings.of(TestAssembly.guarded(directory)).withConsole(CONSOLE::add)
                .withIssuer(new Issuer(nowhere, nowhere)).withFaults());
        http = new Http(embedded.apiUrl());
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    @Test
    void shouldTellTheFunctionWhoCallsInTexts() {
        var event = Http.json(get("/things/1", Tokens.allowing(ALL)));

        assertThat(event.at("/requestContext/authorizer/principalId").asText()).isEqualTo("somebody");
        assertThat(event.at("/requestContext/authorizer/level").toString()).isEqualTo("\"3\"");
        assertThat(event.at("/requestContext/authorizer/admin").toString()).isEqualTo("\"false\"");
    }

    @ParameterizedTest(name = "Authorization: {0}")
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic bG9jYWw6bG9jYWw=", "Bearer a b", "x Bearer a"})
    void shouldRefuseATokenOfAnotherFormWithoutAskingTheAuthorizer(String token) {
        var refused = get("/things/1", token);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(refused.body()).isEqualTo("{\"type\":\"UNAUTHORIZED\"}");
    }

    @Test
    void shouldRefuseNoTokenAndTwo() {
        var token = Tokens.allowing(ALL);

        assertThat(http.get("/things/1").statusCode()).isEqualTo(401);
        assertThat(http.get("/things/1", "Authorization", token, "Authorization", token).statusCode()).isEqualTo(401);
        assertThat(http.get("/things/1", "X-Token", token).statusCode()).isEqualTo(401);
    }

    @Test
    void shouldRefuseWhomTheAuthorizerDoesNotKnow() {
        assertThat(get("/things/1", Tokens.failing("Unauthorized")).statusCode()).isEqualTo(401);
    }

    @Test
    void shouldNotLetInWhileTheAuthorizerFails() {
        for (var token : new String[]{Tokens.failing("unauthorized"), Tokens.failing("Unauthorized: no"),
            Tokens.sleeping(10_000), Tokens.crashing()}) {
            var failed = get("/things/1", token);

            assertThat(failed.statusCode()).isEqualTo(503);
            assertThat(failed.headers().firstValue("Retry-After")).contains("2");
            assertThat(failed.headers().firstValue("x-amzn-ErrorType")).contains("AuthorizerConfigurationException");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"principalId\": \"a\"}",
        "{\"principalId\": \"\", \"policyDocument\": {\"Statement\": []}}",
        "{\"policyDocument\": {\"Statement\": []}}",
        "{\"principalId\": \"a\", \"policyDocument\": {\"Statement\": [{\"Effect\": \"Allow\"}]}}",
        "{\"principalId\": \"a\", \"policyDocument\": {\"Statement\": [{\"Effect\": \"allow\", \"Action\": \"*\", \"Resource\": \"*\"}]}}",
        "{\"principalId\": \"a\", \"policyDocument\": {\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"GET/things/*\"}]}}",
        "{\"principalId\": \"a\", \"policyDocument\": {\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {}}]}}",
        "{\"principalId\": \"a\", \"context\": {\"list\": []}, \"policyDocument\": {\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}]}}"})
    void shouldNotLetInByWhatIsNoPolicy(String answer) {
        var misconfigured = get("/things/1", Tokens.answering(answer));

        assertThat(misconfigured.statusCode()).isEqualTo(503);
        assertThat(misconfigured.body()).isEqualTo("{\"message\":null}");
        assertThat(CONSOLE).anyMatch(line -> line.contains("the authorizer token"));
    }

    @ParameterizedTest(name = "allowed {0}: GET {1} is {2}")
    @CsvSource({"STAGE/GET/things/*, /things/1, 200", "STAGE/GET/things/*, /things/fixed, 200",
        "STAGE/*/things/1, /things/1, 200", "*, /things/1, 200", "STAGE/GET/things/fixed, /things/fixed, 200",
        "STAGE/POST/things/*, /things/1, 403", "STAGE/GET/things/fixed, /things/1, 403",
        "STAGE/GET/things, /things/1, 403", "arn:aws:execute-api:*:*:other/test/GET/*, /things/1, 403",
        "STAGE/GET/things/a, /things/%61, 403", "STAGE/GET/things/1, /things/1%2F2, 403",
        "STAGE/GET/things/1, /things/*, 403", "STAGE/GET/things/1, /things/?, 404",
        "STAGE/GET/things/?, /things/12, 403", "STAGE/GET/broken, /things/..%2F..%2Fbroken, 403",
        "STAGE/GET/things/*, /things/..%2Fbroken, 200", "STAGE/GET/things/*, /things/../broken, 404",
        "STAGE/GET/things/*, /things//broken, 404", "STAGE/GET/things/*, //broken, 403",
        "STAGE/GET/things/1, /things/1/, 200", "STAGE/GET/things/1, /test/things/1/, 200",
        "STAGE/GET/test/things/1, /test/things/1, 403"})
    void shouldAllowWhatIsRoutedAndNothingElse(String resource, String path, int status) {
        var answer = http.raw("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: %s\r\n\r\n"
                .formatted(path, Tokens.allowing(resource)));

        assertThat(answer).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void shouldDenyWhatOneStatementDenies() {
        var token = Tokens.answering("""
            {"principalId": "a", "policyDocument": {"Statement": [
              {"Effect": "Allow", "Action": "execute-api:*", "Resource": "STAGE/GET/*"},
              {"Effect": "Deny", "Action": "execute-api:Invoke", "Resource": "STAGE/GET/things/secret"}]}}""");

        assertThat(get("/things/1", token).statusCode()).isEqualTo(200);
        for (var path : new String[]{"/things/secret", "/things/%73ecret"}) {
            assertThat(get(path, token).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void shouldAskOnceForATokenAndDecideEachMethod() {
        var token = Tokens.allowing("STAGE/GET/things/1", "STAGE/GET/things/fixed");

        var first = asked(get("/things/1", token));

        assertThat(asked(get("/things/fixed", token))).isEqualTo(first).isNotEmpty();
        assertThat(get("/things/2", token).statusCode()).isEqualTo(403);
        assertThat(http.post("/things/1", new byte[0], "Authorization", token).statusCode()).isEqualTo(403);
    }

    @Test
    void shouldAskEachTimeWithoutATimeToLive() {
        var token = Tokens.allowing(ALL);

        var first = asked(http.get("/uncached", "X-Token", token));

        assertThat(asked(http.get("/uncached", "X-Token", token))).isNotEqualTo(first).isNotEmpty();
    }

    @Test
    void shouldAskAnewUnderAnOrderThatNamesItAndForgetTheAnswer() {
        var token = Tokens.allowing(ALL);
        var first = asked(get("/things/1", token));
        var order = orders().order("{\"functions\": [\"Probe\"], \"variables\": {\"MORE\": \"1\"}}");

        var ordered = asked(http.get("/things/1", "Authorization", token, Orders.HEADER, order));

        assertThat(ordered).isNotEqualTo(first).isNotEmpty();
        assertThat(asked(get("/things/1", token))).isEqualTo(first);
    }

    @Test
    void shouldNotAskAnewUnderAnOrderThatNamesNobody() {
        var token = Tokens.allowing(ALL);
        var first = asked(get("/things/1", token));
        var order = orders().order("{\"variables\": {\"MORE\": \"1\"}}");

        assertThat(asked(http.get("/things/1", "Authorization", token, Orders.HEADER, order))).isEqualTo(first);
    }

    @Test
    void shouldLetNobodyInWhileTheAuthorizerDies() {
        var token = Tokens.allowing(ALL);
        var order = orders().order("{\"functions\": [\"Probe\"], \"function\": \"CRASH\"}");

        assertThat(http.get("/things/1", "Authorization", token, Orders.HEADER, order).statusCode()).isEqualTo(503);
        assertThat(get("/things/1", token).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldNotRememberAFailure() {
        var stale = Tokens.failing("Unauthorized");

        assertThat(get("/things/1", stale).statusCode()).isEqualTo(401);
        assertThat(get("/things/1", stale).statusCode()).isEqualTo(401);
        assertThat(CONSOLE.stream().filter(line -> line.endsWith("IllegalStateException: Unauthorized")).count())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void shouldLeaveOpenWhatAsksForNoAuthorizer() {
        assertThat(http.get("/hasty").statusCode()).isEqualTo(200);
        assertThat(http.method("OPTIONS", "/things/1").statusCode()).isEqualTo(204);
    }

    @Test
    void shouldNotKnowOtherPathsBeforeItAsks() {
        assertThat(http.get("/nothing").statusCode()).isEqualTo(404);
        assertThat(http.method("DELETE", "/things/1").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldRefuseBeforeTheBodyIsSent() {
        var answer = http.raw(
                "POST /things/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1000000\r\n\r\n{");

        assertThat(answer).startsWith("HTTP/1.1 401");
    }

    private static HttpResponse<String> get(String path, String token) {
        return http.get(path, "Authorization", token);
    }

    private static Orders orders() {
        return new Orders(embedded.door().orElseThrow());
    }

    private static String asked(HttpResponse<String> response) {
        return Http.json(response).at("/requestContext/authorizer/asked").asText();
    }
}
