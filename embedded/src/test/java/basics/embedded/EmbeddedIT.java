package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.Orders;
import basics.embedded.fixture.TestAssembly;
import basics.embedded.iam.Access;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test template served whole: real processes, real DynamoDB Local. */
class EmbeddedIT {
    private static final Queue<String> CONSOLE = new ConcurrentLinkedQueue<>();
    private static Embedded embedded;
    private static Http http;
    private static String table;

    @BeforeAll
    static void start(@TempDir Path directory) {
        embedded = Embedded.start(Settings.of(TestAssembly.in(directory)).withConsole(CONSOLE::add));
        http = new Http(embedded.apiUrl());
        table = embedded.outputs().getOrDefault("Table", "");
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    @Test
    void shouldGiveTheAddressInItsOutputs() {
        assertThat(embedded.outputs()).containsOnlyKeys("Address", "Table").containsEntry("Address",
                embedded.apiUrl() + "/");
    }

    @Test
    void shouldHandOverThePathAsSentAndTheQueryDecoded() {
        var event = Http.json(http.get("/things/a%2Fb+c%20%C3%A9?q=1&q=a%2Bb+c&empty", "X-Two", "1", "X-Two", "2"));

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
        var answer = http.raw("GET " + sent + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"pathParameters\":{\"id\":\"" + id + "\"}",
                "\"path\":\"" + path + "\"", "\"path\":\"" + sent + "\"");
    }

    @Test
    void shouldDescribeTheRequestToTheFunction() {
        var response = http.get("/things/1");
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
        assertThat(Http.json(http.get("/things/fixed")).path("resource").asText()).isEqualTo("/things/fixed");
        assertThat(Http.json(http.get("/things/fixe")).path("resource").asText()).isEqualTo("/things/{id}");
    }

    @Test
    void shouldEncodeBinaryBodiesOnly() {
        var bytes = new byte[]{0, (byte) 0xff, 1};

        var binary = Http.json(http.post("/things/1", bytes, "Content-Type", "application/octet-stream"));
        var text = Http
                .json(http.post("/things/1", "é".getBytes(StandardCharsets.UTF_8), "Content-Type", "text/plain"));

        assertThat(binary.path("body").asText()).isEqualTo("AP8B");
        assertThat(binary.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(text.path("body").asText()).isEqualTo("é");
        assertThat(text.path("isBase64Encoded").asBoolean()).isFalse();
    }

    @Test
    void shouldGiveTheFunctionItsVariablesAndLambdasOwnOnly() {
        var variables = Http.json(http.get("/things/1?do=variables"));

        assertThat(variables.path("TABLE").asText()).isEqualTo(table).startsWith("Test-Things-");
        assertThat(variables.path("AWS_LAMBDA_FUNCTION_MEMORY_SIZE").asText()).isEqualTo("256");
        assertThat(variables.path("_HANDLER").asText()).isEqualTo("basics.embedded.fixture.Probe");
        assertThat(variables.path("TZ").asText()).isEqualTo(":UTC");
        assertThat(variables.path("AWS_LAMBDA_LOG_FORMAT").asText()).isEqualTo("JSON");
        assertThat(variables.has("HOME")).isFalse();
        assertThat(CONSOLE).anyMatch(line -> line.contains("Picked up JAVA_TOOL_OPTIONS: -Dgiven=1"));
    }

    @Test
    void shouldTellTheFunctionHowLongItHas() {
        var context = http.get("/things/1?do=context").body().split(" ", -1);

        assertThat(context[1]).startsWith("arn:aws:lambda:us-east-1:000000000000:function:Test-Probe-");
        assertThat(Integer.parseInt(context[2])).isBetween(15_000, 20_000);
    }

    @Test
    void shouldShowLogsWithTheFunctionAndTheRequest() {
        var id = http.get("/things/1?do=log&text=hello").headers().firstValue("x-amzn-RequestId").orElse("");

        assertThat(CONSOLE).contains("Probe %s out hello".formatted(id), "Probe %s logger hello".formatted(id));
    }

    @Test
    void shouldAllowWhatTheRoleGrants() {
        var item = "{\"TableName\": \"%s\", \"Item\": {\"id\": {\"S\": \"1\"}, \"kind\": {\"S\": \"x\"}}}"
                .formatted(table);
        var query = """
            {"TableName": "%s", "IndexName": "by-kind", "KeyConditionExpression": "kind = :k",
             "ExpressionAttributeValues": {":k": {"S": "x"}}}""".formatted(table);

        assertThat(dynamoDb("PutItem", item).statusCode()).isEqualTo(200);
        assertThat(Http.json(dynamoDb("Query", query)).path("Count").asInt()).isEqualTo(1);
        assertThat(embedded.accessLog().used().values().iterator().next()).contains(
                new Access("dynamodb:Query",
                        "arn:aws:dynamodb:us-east-1:000000000000:table/" + table + "/index/by-kind"));
    }

    @Test
    void shouldTellWhatEachFunctionIsGranted() {
        var things = "arn:aws:dynamodb:us-east-1:000000000000:table/" + table;

        assertThat(embedded.grants()).hasSize(3).allSatisfy((function, grants) -> {
            assertThat(function).matches("Test-(Probe|Hasty|Broken)-\\w{12}");
            assertThat(grants).containsExactlyInAnyOrder(new Access("dynamodb:GetItem", things),
                    new Access("dynamodb:PutItem", things), new Access("dynamodb:Query", things + "/index/*"));
        });
    }

    @Test
    void shouldRefuseWhatTheRoleDoesNotGrantAsDynamoDbDoes() {
        var refused = dynamoDb("Scan", "{\"TableName\": \"%s\"}".formatted(table));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Http.json(refused).path("__type").asText())
                .isEqualTo("com.amazon.coral.service#AccessDeniedException");
        assertThat(Http.json(refused).path("Message").asText()).matches(
                "User: arn:aws:sts::000000000000:assumed-role/Test-Role-\\w{12}/Test-Probe-\\w{12} is not authorized to "
                        + "perform: dynamodb:Scan on resource: arn:aws:dynamodb:us-east-1:000000000000:table/" + table
                        + " because no identity-based policy allows the dynamodb:Scan action");
        assertThat(CONSOLE).anyMatch(line -> line.startsWith("Probe: User: arn:aws:sts::"));
    }

    @Test
    void shouldRefuseAnUnknownAccessKey() {
        var refused = http.post("/things/1?do=dynamodb&operation=ListTables&key=AKIAIOSFODNN7EXAMPLE",
                "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("UnrecognizedClientException");
    }

    @Test
    void shouldEndAnInvocationThatOverrunsItsTimeoutAndReplaceTheEnvironment() {
        var before = http.get("/hasty?do=pid").body();

        var late = http.get("/hasty?do=sleep&ms=5000");

        assertThat(late.statusCode()).isEqualTo(502);
        assertThat(late.body()).isEqualTo("{\"message\":\"Internal server error\"}");
        assertThat(CONSOLE).anyMatch(line -> line.contains("Task timed out after 1.00 seconds"));
        assertThat(http.get("/hasty?do=pid").body()).isNotEqualTo(before);
        assertThat(ProcessHandle.of(Long.parseLong(before)).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void shouldAnswerAfterTheIntegrationTimeout() {
        var late = http.get("/impatient?do=sleep&ms=1500");

        assertThat(late.statusCode()).isEqualTo(504);
        assertThat(late.body()).contains("Endpoint request timed out");
    }

    @Test
    void shouldHaveNoDoorForTestsUnlessAskedFor() {
        assertThat(embedded.door()).isEmpty();
        assertThat(http.get("/things/1", Orders.HEADER, "1").body()).contains(Orders.HEADER);
    }

    @Test
    void shouldHonourTheRateLimitsOfTheStage() {
        assertThat(http.get("/limited").statusCode()).isEqualTo(200);

        var limited = http.get("/limited");

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void shouldReplaceACrashedEnvironment() {
        var crashed = http.get("/things/1?do=exit");

        assertThat(crashed.statusCode()).isEqualTo(502);
        assertThat(CONSOLE).anyMatch(line -> line.endsWith("Runtime exited with status 7"));
        assertThat(http.get("/things/1").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldAnswer502ForAFunctionThatFails() {
        assertThat(http.get("/things/1?do=throw").statusCode()).isEqualTo(502);
        assertThat(http.get("/broken").statusCode()).isEqualTo(502);
        assertThat(CONSOLE).anyMatch(line -> line.contains("Thrown on purpose"));
    }

    @Test
    void shouldStartMoreEnvironmentsUnderLoad() throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var pids = clients.invokeAll(IntStream
                    .range(0, 40).<java.util.concurrent.Callable<HttpResponse<String>>>mapToObj(
                            n -> () -> http.get("/things/1?do=pid"))
                    .toList());

            var bodies = pids.stream().map(future -> future.resultNow().body()).distinct().toList();
            assertThat(bodies).hasSizeBetween(2, Math.max(2, Runtime.getRuntime().availableProcessors()) + 1);
        }
    }

    @Test
    void shouldRefuseWhatIsTooLargeForTheGatewayInWordsOfItsOwn() {
        var over = http.post("/things/1", new byte[10 * 1024 * 1024 + 1], "Content-Type", "text/plain");
        var somewhere = http.post("/nothing", new byte[10 * 1024 * 1024 + 1]);

        for (var refused : List.of(over, somewhere)) {
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).isEqualTo("HTTP content length exceeded 10485760 bytes.");
            assertThat(refused.headers().firstValue("Content-Type")).contains("text/plain");
            assertThat(refused.headers().firstValue("x-amzn-RequestId")).isEmpty();
        }
    }

    @Test
    void shouldRefuseWhatIsTooLargeForLambda() {
        var over = http.post("/things/1", new byte[6 * 1024 * 1024 + 1], "Content-Type", "text/plain");

        assertThat(over.statusCode()).isEqualTo(413);
        assertThat(over.body()).isEqualTo("{\"message\":\"Request Too Long\"}");
        assertThat(over.headers().firstValue("x-amzn-ErrorType")).contains("BadRequestException");
        assertThat(over.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(http.get("/things/1?do=big&bytes=6300000").statusCode()).isEqualTo(502);
        assertThat(http.get("/things/1?do=big&bytes=5000000").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldHandOnTheAnswer() {
        var answer = http.post("/things/1?do=raw", """
            {"statusCode": 201, "headers": {"X-One": "1"}, "multiValueHeaders": {"X-Two": ["a", "b"]}, "body": "done"}
            """.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().allValues("X-One")).isEqualTo(List.of("1"));
        assertThat(answer.headers().allValues("X-Two")).isEqualTo(List.of("a", "b"));
        assertThat(answer.headers().allValues("Content-Type")).isEqualTo(List.of("application/json"));
        assertThat(answer.body()).isEqualTo("done");
    }

    @Test
    void shouldAnswer502ForAMalformedAnswer() {
        for (var malformed : List.of("", "null", "[]", "{}", "{\"statusCode\": \"x\"}",
                "{\"statusCode\": 200, \"body\": {}}",
                "{\"statusCode\": 200, \"headers\": []}", "{\"statusCode\": 200, \"headers\": {\"a\": {}}}")) {
            assertThat(http.post("/things/1?do=raw", malformed.getBytes(StandardCharsets.UTF_8)).statusCode())
                    .as(malformed).isEqualTo(502);
        }
    }

    @Test
    void shouldNotKnowOtherPathsAndMethods() {
        for (var path : List.of("/", "/nothing", "/things", "/things/", "/things/1/2", "/Things/1")) {
            var response = http.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(Http.json(response).path("instance").asText())
                    .isEqualTo(response.headers().firstValue("x-amzn-RequestId").orElse(""));
            assertThat(Http.json(response).path("detail").asText()).isEqualTo("Missing Authentication Token");
        }
        assertThat(http.method("DELETE", "/things/1").statusCode()).isEqualTo(404);
        assertThat(http.method("HEAD", "/things/1").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldAnswerAPreflightWithoutAFunction() {
        var preflight = http.method("OPTIONS", "/things/1");

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    private static HttpResponse<String> dynamoDb(String operation, String request) {
        return http.post("/things/1?do=dynamodb&operation=" + operation, request.getBytes(StandardCharsets.UTF_8));
    }
}
