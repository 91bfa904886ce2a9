package basics.counts;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Capacity;
import basics.dynamodb.Values;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Writes the counters of a day together with the records that they count.
 *
 * @param table the table of counts
 */
record Counters(DynamoDbClient client, String table, InstantSource clock) {
    private static final String EXPIRES_AT = "expires_at";
    /**
     * How long seen records are kept. A stream forgets a record after 24 hours. Messages in the queue of failed batches
     * stay longer, but they hold no records.
     */
    private static final Duration KEPT = Duration.ofDays(2);

    /**
     * Adds records to a set of seen ones, and to the counters of a day: both or none. It requires that the set has the
     * given size. As sets only grow, it is then the set that the caller knows.
     *
     * @param size of the set so far; 0 means that there is none
     * @param hours how many events to add, by hour
     * @throws TransactionCanceledException with what is stored, if the set has another size ({@link #found})
     */
    void add(SeenRecords.Place place, int size, Collection<SdkBytes> records, String day, Map<Integer, Integer> hours,
            Capacity capacity) {
        client.transactWriteItems(TransactWriteItemsRequest.builder()
                .transactItems(see(place, size, records), count(place.event(), day, hours))
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                .build()).consumedCapacity().forEach(capacity::write);
    }

    private TransactWriteItem see(SeenRecords.Place place, int size, Collection<SdkBytes> records) {
        var values = new LinkedHashMap<String, AttributeValue>();
        values.put(":records", AttributeValue.fromBs(List.copyOf(records)));
        values.put(":expires_at", DayCounts.number(clock.instant().plus(KEPT).getEpochSecond()));
        if (size > 0) {
            values.put(":size", DayCounts.number(size));
        }
        return TransactWriteItem.builder().update(Update.builder()
                .tableName(table)
                .key(key(place.event(), place.sortKey()))
                .updateExpression("ADD #records :records SET #expires_at = :expires_at")
                .conditionExpression(size == 0 ? "attribute_not_exists(#records)" : "size(#records) = :size")
                .expressionAttributeNames(Map.of("#records", SeenRecords.RECORDS, "#expires_at", EXPIRES_AT))
                .expressionAttributeValues(values)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build()).build();
    }

    private TransactWriteItem count(String event, String day, Map<Integer, Integer> hours) {
        var names = new LinkedHashMap<String, String>();
        var values = new LinkedHashMap<String, AttributeValue>();
        hours.forEach((hour, events) -> {
            names.put("#" + DayCounts.attribute(hour), DayCounts.attribute(hour));
            values.put(":" + DayCounts.attribute(hour), DayCounts.number(events));
        });
        return TransactWriteItem.builder().update(Update.builder()
                .tableName(table)
                .key(key(event, day))
                .updateExpression(hours.keySet().stream().map(DayCounts::attribute)
                        .map(hour -> "#" + hour + " :" + hour).collect(Collectors.joining(", ", "ADD ", "")))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build()).build();
    }

    private static Map<String, AttributeValue> key(String event, String sortKey) {
        return Map.of(DayCounts.EVENT, Values.text(event), DayCounts.DAY, Values.text(sortKey));
    }

    /** The set that is stored in place of the one expected, or null when that wasn't the reason. */
    static @Nullable Set<SdkBytes> found(TransactionCanceledException refused) {
        return refused.cancellationReasons().stream().limit(1)
                .filter(reason -> "ConditionalCheckFailed".equals(reason.code()))
                .map(reason -> SeenRecords.of(reason.item())).findFirst().orElse(null);
    }
}
