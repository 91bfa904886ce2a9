package basics.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * A table of counts in which nobody else writes. It only notes what AWS charges for writing and storing it, by the sizes
 * of its items ("DynamoDB item sizes and formats", Amazon DynamoDB Developer Guide): thousands of transactions in a second.
 */
final class NotedCounts implements DynamoDbClient {
    private static final int UNIT = 1 << 10;
    /** Bytes that DynamoDB stores with each item. */
    private static final int INDEXING = 100;
    /** A time or a counter, and the attributes of all counters of a day, at most. */
    private static final int NUMBER = 6;
    private static final int COUNTERS = 24 * ("h00".length() + NUMBER);

    /** By the keys of the sets. */
    private final ConcurrentMap<List<String>, Set<SdkBytes>> seen = new ConcurrentHashMap<>();
    private final AtomicLong units = new AtomicLong();

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        for (var item : request.transactItems()) {
            // A transaction is charged twice.
            units.addAndGet(2L * Math.ceilDiv(size(item.update()), UNIT));
        }
        return TransactWriteItemsResponse.builder().build();
    }

    /** The size of an item after a write. */
    private int size(Update update) {
        var added = update.expressionAttributeValues().get(":records");
        return keys(update.key()) + (added == null ? COUNTERS : size(see(update, added)));
    }

    private Set<SdkBytes> see(Update update, AttributeValue added) {
        return seen.merge(update.key().values().stream().map(AttributeValue::s).sorted().toList(),
                new HashSet<>(added.bs()), (before, more) -> {
                    more.addAll(before);
                    return more;
                });
    }

    private static int keys(Map<String, AttributeValue> key) {
        return key.entrySet().stream().mapToInt(part -> length(part.getKey()) + length(part.getValue().s())).sum();
    }

    private static int size(Set<SdkBytes> records) {
        return "records".length() + records.stream().mapToInt(record -> record.asByteArrayUnsafe().length).sum()
                + "expires_at".length() + NUMBER;
    }

    private static int length(String text) {
        return Objects.requireNonNull(text).getBytes(UTF_8).length;
    }

    /** The write units so far. */
    long units() {
        return units.get();
    }

    /** The bytes that the sets of seen records take in storage. */
    long stored() {
        return seen.entrySet().stream().mapToLong(set -> INDEXING + "event".length() + "day".length()
                + set.getKey().stream().mapToInt(NotedCounts::length).sum() + size(set.getValue())).sum();
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
