package basics.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import basics.http.Variables;
import basics.http.PrimingRun;
import basics.http.Request;
import basics.http.Response;
import basics.testing.PrimedHandlers;
import basics.testing.Relay;
import basics.testing.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class PrimingRequestsTest {
    private static final Map<String, AttributeValue> NOBODY = Map.of("email", Values.text("nobody@priming.invalid"),
            "char", Values.text("n"));
    private static final Tables TABLES = new Tables();
    private static final String TABLE = TABLES.users();

    /** A handler that makes one request of DynamoDB. */
    private static final class Asking extends TableHandler {
        private final DynamoDbClient client;
        private final Consumer<DynamoDbClient> request;

        Asking(Variables variables, Consumer<DynamoDbClient> request) {
            super(variables);
            client = Client.of(variables);
            this.request = request;
        }

        @Override
        protected String primingEvent() {
            return "{\"path\": \"/\"}";
        }

        @Override
        protected String primingAnswer() {
            return "{}";
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

    static Stream<Arguments> reads() {
        return Stream.of(
                request("GetItem", client -> client.getItem(get -> get.tableName(TABLE).key(NOBODY))),
                request("BatchGetItem", client -> client.batchGetItem(
                        batch -> batch.requestItems(
                                Map.of(TABLE, KeysAndAttributes.builder().keys(List.of(NOBODY)).build())))),
                request("TransactGetItems", client -> client.transactGetItems(transaction -> transaction
                        .transactItems(
                                TransactGetItem.builder().get(get -> get.tableName(TABLE).key(NOBODY)).build()))),
                request("Query", client -> client.query(query -> query.tableName(TABLE)
                        .keyConditionExpression("email = :email")
                        .expressionAttributeValues(Map.of(":email", Values.text("nobody@priming.invalid"))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    void shouldSendWhatReadsNobodysItems(String name, Consumer<DynamoDbClient> request) throws Exception {
        try (var relay = new Relay(TABLES.endpoint())) {
            assertThat(PrimingRun.line(new Asking(PrimedHandlers.variables(relay, Map.of()), request)))
                    .contains("INFO priming=done");
            assertThat(relay.sent()).isNotEmpty().allSatisfy(sent -> assertThat(sent).contains("." + name + "\r\n"));
        }
    }

    static Stream<Arguments> unknown() {
        return Stream.of(
                request("BatchWriteItem", client -> client.batchWriteItem(batch -> batch.requestItems(Map.of(TABLE,
                        List.of(WriteRequest.builder().putRequest(put -> put.item(NOBODY)).build()))))),
                request("TransactWriteItems", client -> client.transactWriteItems(transaction -> transaction
                        .transactItems(TransactWriteItem.builder()
                                .delete(delete -> delete.tableName(TABLE).key(NOBODY)).build()))),
                request("ExecuteStatement", client -> client.executeStatement(
                        statement -> statement.statement("SELECT * FROM " + TABLE))),
                request("DeleteTable", client -> client.deleteTable(table -> table.tableName(TABLE))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unknown")
    void shouldFailThePrimingWithoutSendingWhatIsNotKnownToBeHarmless(String name, Consumer<DynamoDbClient> request)
            throws Exception {
        try (var relay = new Relay(TABLES.endpoint())) {
            assertThat(PrimingRun.line(new Asking(PrimedHandlers.variables(relay, Map.of()), request)))
                    .contains("WARN priming=failed", "java.lang.IllegalStateException");
            assertThat(relay.sent()).isEmpty();
        }
    }
}
