package basics.scale;

import java.util.Map;
import java.util.function.Consumer;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** An empty DynamoDB that takes every write and only notes its events: 10,000 of them in a second. */
record NotedWrites(Consumer<Map<String, AttributeValue>> note) implements DynamoDbClient {

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        request.transactItems().forEach(item -> note.accept(item.put().item()));
        return TransactWriteItemsResponse.builder().build();
    }

    /** The table's record of its numbers of shards, which is no event. */
    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return PutItemResponse.builder().build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return QueryResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return "dynamodb";
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
