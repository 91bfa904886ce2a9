package basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import basics.dynamodb.TableHandler;
import basics.http.Variables;
import basics.http.PrimingRun;
import basics.testing.Call;
import basics.testing.Contents;
import basics.testing.PrimedHandlers;
import basics.testing.Relay;
import basics.testing.RuntimeHooks;
import basics.testing.Tables;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The priming of every operation of the contract, a new one included: it goes well, and nobody can tell it from none. */
class PrimedOperationsTest {
    private static final List<String> READS = List.of("GetItem", "BatchGetItem", "TransactGetItems", "Query");
    private static final String NEVER = "attribute_exists(priming) AND attribute_not_exists(priming)";
    /** As in {@code basics.http.Priming}. */
    private static final int REQUESTS = 20;

    private final Tables tables = new Tables();
    private final Relay relay = new Relay(tables.endpoint());
    private final Map<String, String> variables = Map.of("USERS_TABLE", tables.users(), "EVENTS_TABLE",
            tables.events(), "EVENTS_BY_DATE_INDEX", Tables.BY_DATE, "EVENT_RETENTION_DAYS", "1");

    PrimedOperationsTest() throws IOException {}

    static List<String> operations() {
        return PrimedHandlers.ofContract();
    }

    @AfterEach
    void close() {
        relay.close();
    }

    private String table(String variable) {
        return Objects.requireNonNull(variables.get(variable));
    }

    private void put(String variable, Map<String, String> texts, String number) {
        var item = new HashMap<String, AttributeValue>();
        texts.forEach((name, text) -> item.put(name, AttributeValue.fromS(text)));
        item.put(number, AttributeValue.fromN("1"));
        tables.client().putItem(put -> put.tableName(table(variable)).item(item));
    }

    /** Somebody has taken the name that nobody can have, the version that nobody has, and the day before all events. */
    private void givenThatEverythingMatches() throws ReflectiveOperationException {
        put("USERS_TABLE", Map.of("email", "nobody@priming.invalid", "char", "n", "created_at", "1566100154",
                "human_date", "2019-08-18 03:49:14.908525"), "version");
        put("EVENTS_TABLE", Map.of("event", "priming", "timestamp", "1970-01-01T00:00:00.500000000Z#1", "date",
                "1970-01-01"), "n");
        assertThat(Call.of().path("email", "nobody@priming.invalid")
                .to(PrimedHandlers.of("users.ReadUser", withoutSnapStart())).header("ETag"))
                .isEqualTo("\"1-5905c1b6a7f6d\"");
    }

    private Variables withoutSnapStart() {
        return new Variables(Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL_DYNAMODB",
                tables.endpoint().toString(), "USERS_TABLE", table("USERS_TABLE")));
    }

    @Test
    void shouldBeAllOfTheContract() throws IOException {
        assertThat(Files.readString(Path.of("../openapi.yaml")).split("operationId:", -1))
                .hasSize(operations().size() + 1);
        assertThat(operations()).contains("users.ReadUser");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldChangeNothing(String operation) throws Exception {
        assertThatItChangesNothing(operation);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldChangeNothingThoughEverythingMatches(String operation) throws Exception {
        givenThatEverythingMatches();

        assertThatItChangesNothing(operation);
    }

    /**
     * All goes well, both where DynamoDB's own answer is taken and where that of a success is. DynamoDB gets each request
     * on a connection of its own, of which nothing is left.
     */
    private void assertThatItChangesNothing(String operation) throws Exception {
        var handler = PrimedHandlers.of(operation, PrimedHandlers.variables(relay, variables));
        var before = Contents.of(tables.client());

        assertThat(PrimingRun.line(handler))
                .matches("INFO priming=done operation=\\w+ requests=20 status=(404,|409,|412,)?20[014] .*");

        assertThat(Contents.of(tables.client())).isEqualTo(before);
        assertThat(relay.sent()).hasSize(handler instanceof TableHandler ? REQUESTS : 0)
                .allMatch(PrimedOperationsTest::isHarmless)
                .allSatisfy(request -> assertThat(request).contains("Connection: close")
                        .doesNotContain("Connection: keep-alive").containsOnlyOnce("X-Amz-Target"));
        await().until(() -> relay.open() == 0);
    }

    private static boolean isHarmless(String request) {
        return request.contains(NEVER)
                || READS.stream().anyMatch(read -> request.contains("DynamoDB_20120810." + read + "\r\n"));
    }

    @Test
    void shouldRunBeforeACheckpoint() throws Exception {
        var handler = PrimedHandlers.of("events.QueryEvents", PrimedHandlers.variables(relay, variables));
        try {
            RuntimeHooks.checkpoint();

            assertThat(relay.sent()).hasSize(REQUESTS);
            RuntimeHooks.restore();
        } finally {
            // Whoever runs the hooks holds it weakly.
            Reference.reachabilityFence(handler);
        }
    }

    @Test
    void shouldSayThatDynamoDbIsNotReached() throws Exception {
        assertThat(PrimingRun.line(PrimedHandlers.of("users.ReadUser", PrimedHandlers.variables(relay,
                Map.of("USERS_TABLE", "users", "AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:1")))))
                .startsWith("WARN priming=failed operation=ReadUser requests=1 status=503 ")
                .contains("caused_by=java.net.ConnectException");
    }

    @Test
    void shouldSayThatTheTableIsNotThere() throws Exception {
        assertThat(PrimingRun.line(PrimedHandlers.of("users.CreateUser",
                PrimedHandlers.variables(relay, Map.of("USERS_TABLE", "elsewhere")))))
                .startsWith("WARN priming=failed operation=CreateUser requests=1 status=500 ")
                .contains("dynamodb_error=ResourceNotFoundException");
    }
}
