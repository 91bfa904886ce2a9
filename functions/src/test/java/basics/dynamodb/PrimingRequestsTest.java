package basics.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import basics.http.PrimingRun;
import basics.http.Request;
import basics.http.Response;
import basics.testing.Handlers;
import basics.testing.Relay;
import basics.testing.RuntimeHooks;
import basics.testing.Tables;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

@ResourceLock(RuntimeHooks.LOCK)
class PrimingRequestsTest {
    private static final Map<String, AttributeValue> KEY = Map.of("pet", Values.text("ada"), "kind", Values.text("a"));
    private static final Map<String, AttributeValue> EXAMPLE = Map.of("pet", Values.text("example"));
    private static final Tables TABLES = new Tables();
    private static final String TABLE = TABLES.make("pet", "kind");

    /** A handler that makes one request of DynamoDB. */
    private static final class Asking extends TableHandler {
        private final DynamoDbClient client;
        private final Consumer<DynamoDbClient> request;

        Asking(Relay relay, Consumer<DynamoDbClient> request) {
            this(Setup.of(Handlers.primed(relay, Map.of())), request);
        }

        private Asking(Setup setup, Consumer<DynamoDbClient> request) {
            super(setup);
            client = setup.client("{\"pet\": {\"S\": \"example\"}}");
            this.request = request;
        }

        @Override
        protected Response answer(Request ignored, Capacity capacity) {
            request.accept(client);
            return Response.noContent();
        }
    }

    private static Arguments request(String name, Consumer<DynamoDbClient> request) {
        return Arguments.of(name, request);
    }

    private static Arguments read(String name,
            Function<DynamoDbClient, List<Map<String, AttributeValue>>> request) {
        return Arguments.of(name, request);
    }

    static Stream<Arguments> reads() {
        return Stream.of(
                read("GetItem", client -> {
                    var response = client.getItem(get -> get.tableName(TABLE).key(KEY));
                    return response.hasItem() ? List.of(response.item()) : List.of();
                }),
                read("BatchGetItem", client -> client.batchGetItem(batch -> batch.requestItems(
                        Map.of(TABLE, KeysAndAttributes.builder().keys(List.of(KEY)).build())))
                        .responses().getOrDefault(TABLE, List.of())),
                read("TransactGetItems", client -> client.transactGetItems(transaction -> transaction
                        .transactItems(TransactGetItem.builder().get(get -> get.tableName(TABLE).key(KEY)).build()))
                        .responses().stream().filter(ItemResponse::hasItem).map(ItemResponse::item).toList()),
                read("Query", client -> client.query(query -> query.tableName(TABLE)
                        .keyConditionExpression("pet = :pet AND kind >= :kind")
                        .expressionAttributeValues(Map.of(":pet", Values.text("ada"), ":kind", Values.text("a"))))
                        .items()),
                read("Scan", client -> client.scan(scan -> scan.tableName(TABLE)).items()));
    }

    /** Every second response is replaced by that of a success. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    void shouldFindNoExistingItem(String name,
            Function<DynamoDbClient, List<Map<String, AttributeValue>>> request) throws Exception {
        TABLES.client().putItem(put -> put.tableName(TABLE).item(KEY));
        var found = new ArrayList<List<Map<String, AttributeValue>>>();
        try (var relay = new Relay(TABLES.endpoint())) {
            assertThat(PrimingRun.line(new Asking(relay, client -> found.add(request.apply(client)))))
                    .contains("INFO priming=done");
            assertThat(relay.sent()).hasSize(20).allSatisfy(sent -> assertThat(sent).contains("." + name + "\r\n"));
        }

        assertThat(found).hasSize(20).startsWith(List.of(), List.of(EXAMPLE))
                .containsOnly(List.of(), List.of(EXAMPLE));
    }

    static Stream<Arguments> writes() {
        return Stream.of(
                request("PutItem", client -> client.putItem(put -> put.tableName(TABLE).item(KEY))),
                request("UpdateItem", client -> client.updateItem(update -> update.tableName(TABLE).key(KEY)
                        .updateExpression("SET a = :a").expressionAttributeValues(Map.of(":a", Values.text("b"))))),
                request("DeleteItem", client -> client.deleteItem(delete -> delete.tableName(TABLE).key(KEY))),
                request("TransactWriteItems", client -> client.transactWriteItems(transaction -> transaction
                        .transactItems(TransactWriteItem.builder()
                                .put(put -> put.tableName(TABLE).item(KEY)).build()))));
    }

    /** No stored item can come back with the refusal and end up in a snapshot. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void shouldWriteNothingAndTouchNoExistingItem(String name, Consumer<DynamoDbClient> request) throws Exception {
        TABLES.client().putItem(put -> put.tableName(TABLE).item(KEY));
        var before = TABLES.contents();
        try (var relay = new Relay(TABLES.endpoint())) {
            PrimingRun.line(new Asking(relay, request));

            assertThat(relay.sent()).isNotEmpty().allSatisfy(sent -> assertThat(sent).contains("." + name + "\r\n")
                    .contains("\"ada\\u001Fpriming\"").doesNotContain("\"ada\""));
        }
        assertThat(TABLES.contents()).isEqualTo(before);
    }

    /** Keys that are numbers or bytes match no real item either. */
    @Test
    void shouldReadNoRealNumbersAndBytes() throws Exception {
        var asked = Map.of("n", AttributeValue.fromN("42"), "b", AttributeValue.fromB(SdkBytes.fromUtf8String("42")));
        try (var relay = new Relay(TABLES.endpoint())) {
            PrimingRun.line(new Asking(relay, client -> client.getItem(get -> get.tableName(TABLE).key(asked))));

            assertThat(relay.sent()).isNotEmpty()
                    .allSatisfy(sent -> assertThat(sent).contains("\"N\":\"-8.1737E-119\"")
                            .doesNotContain("\"42\"", "\"NDI=\""));
        }
    }

    @Test
    void shouldRunBeforeACheckpoint() throws Exception {
        try (var relay = new Relay(TABLES.endpoint())) {
            var handler = new Asking(relay, client -> client.scan(scan -> scan.tableName(TABLE)));
            var console = System.out;
            var printed = new ByteArrayOutputStream();
            try {
                System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
                RuntimeHooks.checkpoint();

                assertThat(relay.sent()).hasSize(20);
                assertThat(printed.toString(StandardCharsets.UTF_8)).contains("priming=done operation=Asking");
                RuntimeHooks.restore();
            } finally {
                System.setOut(console);
                // The hooks' context holds only a weak reference to it.
                Reference.reachabilityFence(handler);
            }
        }
    }

    static Stream<Arguments> unknown() {
        return Stream.of(
                request("BatchWriteItem", client -> client.batchWriteItem(batch -> batch.requestItems(Map.of(TABLE,
                        List.of(WriteRequest.builder().putRequest(put -> put.item(KEY)).build()))))),
                request("TransactWriteItems", client -> client.transactWriteItems(transaction -> transaction
                        .transactItems(TransactWriteItem.builder()
                                .delete(delete -> delete.tableName(TABLE).key(KEY)).build()))),
                request("ExecuteStatement", client -> client.executeStatement(
                        statement -> statement.statement("SELECT * FROM " + TABLE))),
                request("DeleteTable", client -> client.deleteTable(table -> table.tableName(TABLE))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unknown")
    void shouldFailThePrimingWithoutSendingAnUnknownRequest(String name, Consumer<DynamoDbClient> request)
            throws Exception {
        try (var relay = new Relay(TABLES.endpoint())) {
            assertThat(PrimingRun.line(new Asking(relay, request)))
                    .contains("WARN priming=failed", "java.lang.IllegalStateException");
            assertThat(relay.sent()).isEmpty();
        }
    }
}
