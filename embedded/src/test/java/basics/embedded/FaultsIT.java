package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.Orders;
import basics.embedded.fixture.TestAssembly;

/** Faults that are ordered through the door, and strike nobody else. */
class FaultsIT {
    private static final Queue<String> CONSOLE = new ConcurrentLinkedQueue<>();
    /** 128 and the number of SIGKILL. */
    private static final int KILLED = 137;
    private static Embedded embedded;
    private static Http http;
    private static Orders door;
    private static String table;

    private final String id = UUID.randomUUID().toString();

    @BeforeAll
    static void start(@TempDir Path directory) {
        embedded = Embedded.start(Settings.of(TestAssembly.in(directory)).withConsole(CONSOLE::add).withFaults());
        http = new Http(embedded.apiUrl());
        door = new Orders(embedded.door().orElseThrow());
        table = embedded.outputs().getOrDefault("Table", "");
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    @Test
    void shouldThrottleCallsOfAnOrderOnly() {
        var order = door.order("{\"dynamoDb\": {\"kind\": \"THROTTLED\", \"action\": \"PutItem\"}}");

        for (var again = 0; again < 2; again++) {
            var throttled = put(id, order);
            assertThat(throttled.statusCode()).isEqualTo(400);
            assertThat(throttled.body()).contains("v20120810#ProvisionedThroughputExceededException");
        }
        assertThat(get(id, order).body()).isEqualTo("{}");
        assertThat(put(id).statusCode()).isEqualTo(200);
        assertThat(door.end(order)).isEqualTo(204);
    }

    @Test
    void shouldThrottleCallsWithTheKeyOnly() {
        var order = door.order("{\"dynamoDb\": {\"kind\": \"THROTTLED\", \"key\": \"%s\"}}".formatted(id));

        assertThat(put(id, order).body()).contains("v20120810#ProvisionedThroughputExceededException");
        assertThat(put(id + "-2", order).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldCancelATransactionThatIsThrottled() {
        var order = door.order("{\"dynamoDb\": {\"kind\": \"THROTTLED\"}}");
        var item = "{\"Put\": {\"TableName\": \"%s\", \"Item\": {\"id\": {\"S\": \"%s\"}}}}";

        var cancelled = dynamoDb("TransactWriteItems", "{\"TransactItems\": [%s, %s]}".formatted(
                item.formatted(table, id), item.formatted(table, id + "-2")), "", Orders.HEADER, order);

        assertThat(Http.json(cancelled).path("__type").asText())
                .isEqualTo("com.amazonaws.dynamodb.v20120810#TransactionCanceledException");
        assertThat(Http.json(cancelled).path("CancellationReasons").findValuesAsText("Code"))
                .isEqualTo(List.of("ThrottlingError", "None"));
        assertThat(get(id).body()).isEqualTo("{}");
    }

    @Test
    void shouldDenyWhatTheRoleGrants() {
        var order = door.order("{\"dynamoDb\": {\"kind\": \"DENIED\"}}");

        assertThat(put(id, order).body()).contains("com.amazon.coral.service#AccessDeniedException");
        assertThat(put(id).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldLoseARequestOnce() {
        var order = door.order("{\"dynamoDb\": {\"kind\": \"REQUEST_LOST\", \"calls\": 1}}");

        assertThat(put(id, order).statusCode()).isEqualTo(502);
        assertThat(get(id).body()).isEqualTo("{}");
        assertThat(put(id, order).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldLoseAnAnswerAfterItWasApplied() {
        var order = door.order("{\"dynamoDb\": {\"kind\": \"ANSWER_LOST\"}}");

        assertThat(put(id, order).statusCode()).isEqualTo(502);
        assertThat(get(id).body()).contains(id);
    }

    @Test
    void shouldApplyLateWhatNobodyWaitsFor() {
        var order = door.order("{\"dynamoDb\": {\"kind\": \"SLOW\", \"millis\": 5000}}");

        var late = dynamoDb("PutItem", item(id), "&wait=2000", Orders.HEADER, order);

        assertThat(late.statusCode()).isEqualTo(502);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> get(id).body().contains(id));
    }

    @Test
    void shouldReplaceVariablesInEnvironmentsForTheOrderAlone() {
        var before = http.get("/things/1?do=pid").body();
        var order = door.order("{\"variables\": {\"TABLE\": \"other\", \"MORE\": \"1\"}}");

        var variables = Http.json(http.get("/things/1?do=variables", Orders.HEADER, order));
        assertThat(variables.path("TABLE").asText()).isEqualTo("other");
        assertThat(variables.path("MORE").asText()).isEqualTo("1");
        var pid = http.get("/things/1?do=pid", Orders.HEADER, order).body();
        assertThat(Http.json(http.get("/things/1?do=variables")).path("TABLE").asText()).isEqualTo(table);

        assertThat(door.end(order)).isEqualTo(204);
        Awaitility.await().atMost(Duration.ofMinutes(1))
                .until(() -> ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(ProcessHandle.of(Long.parseLong(before)).filter(ProcessHandle::isAlive)).isPresent();
    }

    @Test
    void shouldConcernTheFunctionsThatItNames() {
        var others = door.order("{\"functions\": [\"NotThere\"], \"variables\": {\"MORE\": \"1\"}}");
        var ours = door.order("{\"functions\": [\"Probe\"], \"variables\": {\"MORE\": \"1\"}}");

        assertThat(Http.json(http.get("/things/1?do=variables", Orders.HEADER, others)).has("MORE")).isFalse();
        assertThat(Http.json(http.get("/things/1?do=variables", Orders.HEADER, ours)).has("MORE")).isTrue();
    }

    @Test
    void shouldLimitTheRateOfAnOrderOnly() {
        var none = door.order("{\"limit\": {\"rate\": 1, \"burst\": 0}}");
        var few = door.order("{\"limit\": {\"rate\": 5, \"burst\": 1}}");

        var limited = http.get("/things/1", Orders.HEADER, none);
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("7");
        assertThat(http.get("/things/1").statusCode()).isEqualTo(200);

        assertThat(http.get("/things/1", Orders.HEADER, few).statusCode()).isEqualTo(200);
        Awaitility.await().atMost(Duration.ofMinutes(1))
                .until(() -> http.get("/things/1", Orders.HEADER, few).statusCode() == 200);
    }

    @Test
    void shouldKillAFunctionThatHasTakenARequest() {
        var order = door.order("{\"function\": \"CRASH\"}");

        var crashed = put(id, order);

        assertThat(crashed.statusCode()).isEqualTo(502);
        assertThat(CONSOLE).anyMatch(line -> line.endsWith(
                requestId(crashed) + " Runtime exited with status " + KILLED));
        assertThat(get(id).body()).isEqualTo("{}");
    }

    @Test
    void shouldKillAFunctionWhoseWriteWasApplied() {
        var order = door.order("{\"function\": \"CRASH\", \"dynamoDb\": {\"kind\": \"ANSWER_LOST\"}}");

        var crashed = put(id, order);

        assertThat(crashed.statusCode()).isEqualTo(502);
        assertThat(CONSOLE).anyMatch(line -> line.endsWith(
                requestId(crashed) + " Runtime exited with status " + KILLED));
        assertThat(get(id).body()).contains(id);
    }

    @Test
    void shouldStopAFunctionUntilItsTimeout() {
        var order = door.order("{\"function\": \"HANG\", \"timeoutMillis\": 400}");

        var late = put(id, order);

        assertThat(late.statusCode()).isEqualTo(502);
        assertThat(CONSOLE)
                .anyMatch(line -> line.endsWith(requestId(late) + " Task timed out after 0.40 seconds"));
        assertThat(get(id).body()).isEqualTo("{}");
    }

    @Test
    void shouldAnswerForAFunctionThatHangsLongerThanTheGatewayWaits() {
        var order = door.order("{\"function\": \"HANG\", \"integrationTimeoutMillis\": 400}");

        assertThat(put(id, order).statusCode()).isEqualTo(504);
        assertThat(door.end(order)).isEqualTo(204);
    }

    @Test
    void shouldRunOutOfMemory() {
        var order = door.order("{\"variables\": {\"_JAVA_OPTIONS\": \"-Xms4m -Xmx4m\"}}");

        assertThat(http.get("/things/1?do=big&bytes=5000000", Orders.HEADER, order).statusCode()).isEqualTo(502);
        // What a function prints may come after its answer.
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(CONSOLE).anyMatch(line -> line.contains("OutOfMemoryError")));
    }

    @Test
    void shouldNotShowTheFunctionTheOrder() {
        var order = door.order("{}");

        assertThat(http.get("/things/1", Orders.HEADER, order).body()).doesNotContainIgnoringCase(Orders.HEADER);
    }

    @Test
    void shouldRefuseARequestUnderAnOrderThatIsOver() {
        var order = door.order("{}");

        assertThat(door.end(order)).isEqualTo(204);
        assertThat(http.get("/things/1", Orders.HEADER, order).statusCode()).isEqualTo(400);
        assertThat(door.end(order)).isEqualTo(404);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '~', textBlock = """
        {"dynamoDB": {}}                                        ~ Unrecognized field "dynamoDB"
        {"dynamoDb": {}}                                        ~ dynamoDb needs a kind
        {"dynamoDb": {"kind": "BROKEN"}}                        ~ not one of the values accepted
        {"dynamoDb": {"kind": "DENIED", "calls": 0}}            ~ calls must be positive
        {"dynamoDb": {"kind": "DENIED", "millis": 5}}           ~ millis must be positive, and apply to SLOW only
        {"dynamoDb": {"kind": "DENIED"}, "function": "HANG"}    ~ function goes with a call that is lost or slow
        {"timeoutMillis": 0}                                    ~ timeoutMillis must be positive
        {"integrationTimeoutMillis": -1}                        ~ integrationTimeoutMillis must be positive
        {"limit": {"rate": -1, "burst": 0}}                     ~ rate and burst must not be negative
        {"functions": ["Nobody"]}                               ~ No functions [Nobody]; there are [NotThere, Probe]
        {"functions": ["Probe"]                                 ~ Unexpected end-of-input
        """)
    void shouldSayWhatIsWrongWithAnOrder(String order, String reason) {
        var answer = door.send(order, "application/json");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.json(answer).path("message").asText()).contains(reason);
    }

    @Test
    void shouldRefuseWhatAWebPageCouldSend() {
        assertThat(door.send("{}", "text/plain").statusCode()).isEqualTo(415);
    }

    private static String requestId(HttpResponse<String> answer) {
        return answer.headers().firstValue("x-amzn-RequestId").orElseThrow();
    }

    private static HttpResponse<String> put(String id) {
        return dynamoDb("PutItem", item(id), "");
    }

    private static HttpResponse<String> put(String id, String order) {
        return dynamoDb("PutItem", item(id), "", Orders.HEADER, order);
    }

    private static String item(String id) {
        return "{\"TableName\": \"%s\", \"Item\": {\"id\": {\"S\": \"%s\"}}}".formatted(table, id);
    }

    private static HttpResponse<String> get(String id, String... order) {
        var headers = order.length == 0 ? order : new String[]{Orders.HEADER, order[0]};
        return dynamoDb("GetItem", "{\"TableName\": \"%s\", \"Key\": {\"id\": {\"S\": \"%s\"}}}".formatted(table, id),
                "", headers);
    }

    private static HttpResponse<String> dynamoDb(String action, String request, String more, String... headers) {
        return http.post("/things/1?do=dynamodb&operation=" + action + more, request.getBytes(StandardCharsets.UTF_8),
                headers);
    }
}
