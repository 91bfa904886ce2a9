package basics.counts;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Capacity;
import basics.dynamodb.Numbers;
import basics.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * The counters of days: one item for each partition key of an event and each UTC day, with an attribute for each hour
 * that had events ({@code h00} to {@code h23}).
 *
 * <p>Public for tools that compare counters with events, and repair them.
 *
 * @param table the table of counts
 */
public record DayCounts(DynamoDbClient client, String table) {
    /** The partition key: that of the event, which has the shard's number in it. */
    static final String EVENT = "event";
    /** The sort key: a day such as {@code 2026-11-22}, or a set of seen records ({@link SeenKey}). */
    static final String DAY = "day";
    private static final int HOURS = 24;

    /** The attribute of an hour, 0 to 23. */
    static String attribute(int hour) {
        return (hour < 10 ? "h0" : "h") + hour;
    }

    /**
     * Reads the counters of one partition key, eventually consistent.
     *
     * @param key an event's partition key ({@link basics.events.ShardKey}), not a name
     * @param firstDay such as {@code 2026-11-22}
     * @param lastDay the last one, not earlier than the first
     * @return 24 counts for each day that has any, keyed by the day, in the order of time
     */
    public Map<String, long[]> read(String key, String firstDay, String lastDay, Capacity capacity) {
        return read(key, firstDay, lastDay, capacity, false);
    }

    /** As {@link #read(String, String, String, Capacity)}, strongly consistent, for twice the units. */
    public Map<String, long[]> readConsistently(String key, String firstDay, String lastDay, Capacity capacity) {
        return read(key, firstDay, lastDay, capacity, true);
    }

    private Map<String, long[]> read(String key, String firstDay, String lastDay, Capacity capacity,
            boolean consistent) {
        var days = new LinkedHashMap<String, long[]>();
        Map<String, AttributeValue> start = Map.of();
        do {
            var response = client.query(QueryRequest.builder()
                    .tableName(table)
                    .keyConditionExpression("#event = :event AND #day BETWEEN :first AND :last")
                    .expressionAttributeNames(Map.of("#event", EVENT, "#day", DAY))
                    .expressionAttributeValues(Map.of(":event", Values.text(key), ":first", Values.text(firstDay),
                            ":last", Values.text(lastDay)))
                    .exclusiveStartKey(start.isEmpty() ? null : start)
                    .consistentRead(consistent)
                    .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                    .build());
            capacity.read(response.consumedCapacity());
            response.items().forEach(item -> days.put(Values.text(item, DAY), hours(item)));
            start = response.lastEvaluatedKey();
        } while (!start.isEmpty());
        return days;
    }

    private static long[] hours(Map<String, AttributeValue> item) {
        var hours = new long[HOURS];
        for (var hour = 0; hour < HOURS; hour++) {
            hours[hour] = count(item.get(attribute(hour)));
        }
        return hours;
    }

    /** Whatever is no whole number of 0 or more was put there by hand, and counts nothing. */
    private static long count(@Nullable AttributeValue value) {
        var count = Numbers.whole(value);
        return count == null ? 0 : count.longValueExact();
    }

    /**
     * Adds to one counter, if it still is what it was.
     *
     * @param key an event's partition key
     * @param day such as {@code 2026-11-22}
     * @param hour 0 to 23
     * @param expected what {@link #readConsistently} found; 0 also stands for no counter
     * @param difference to add, or to take away if negative
     * @return whether it was added; false when the counter has changed meanwhile
     */
    public boolean add(String key, String day, int hour, long expected, long difference) {
        try {
            client.updateItem(update -> update.tableName(table)
                    .key(Map.of(EVENT, Values.text(key), DAY, Values.text(day)))
                    .updateExpression("ADD #hour :difference")
                    .conditionExpression(expected == 0
                            ? "attribute_not_exists(#hour) OR #hour = :expected"
                            : "#hour = :expected")
                    .expressionAttributeNames(Map.of("#hour", attribute(hour)))
                    .expressionAttributeValues(Map.of(":difference", number(difference), ":expected",
                            number(expected))));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
