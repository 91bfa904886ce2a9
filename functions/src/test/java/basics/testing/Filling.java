package basics.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Puts many items into a table. DynamoDB Local accepts some 2,000 small ones in a second of CPU time. */
public final class Filling {
    public static final int FEW = 1_000;
    /** The number of items, set by {@code -Dtable.items}. */
    public static final int MANY = Integer.getInteger("table.items", 10_000);
    /** The limit of BatchWriteItem (Amazon DynamoDB API Reference). */
    private static final int BATCH = 25;
    private static final int AT_A_TIME = 4;

    private Filling() {}

    public static void fill(DynamoDbClient client, String table, Stream<Map<String, AttributeValue>> items) {
        var writes = new ArrayList<Future<?>>();
        try (var writers = Executors.newFixedThreadPool(AT_A_TIME)) {
            items.map(Filling::put).gather(Gatherers.windowFixed(BATCH))
                    .forEach(batch -> writes.add(writers.submit(() -> write(client, table, batch))));
            for (var write : writes) {
                write.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WriteRequest put(Map<String, AttributeValue> item) {
        return WriteRequest.builder().putRequest(put -> put.item(item)).build();
    }

    private static void write(DynamoDbClient client, String table, List<WriteRequest> batch) {
        var response = client.batchWriteItem(request -> request.requestItems(Map.of(table, batch)));
        if (!response.unprocessedItems().isEmpty()) {
            throw new IllegalStateException("Not all of a batch was written");
        }
    }
}
