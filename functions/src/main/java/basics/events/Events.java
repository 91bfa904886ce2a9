package basics.events;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Capacity;
import basics.dynamodb.Setup;
import basics.dynamodb.Values;
import basics.pages.Slice;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Queries the events table or an index of it.
 *
 * @param index the index, or null for the table
 * @param partitionKey the name of its partition key attribute
 */
record Events(DynamoDbClient client, String table, @Nullable String index, String partitionKey, InstantSource clock,
        Shards shards) {

    /**
     * The table, whose partition key is the event name.
     *
     * @param setup with the variables {@code EVENTS_TABLE} and {@code EVENT_SHARDS} (absent: 1)
     */
    static Events byName(Setup setup) {
        return of(setup, null, Event.NAME);
    }

    /**
     * The index, whose partition key is the UTC day.
     *
     * @param setup with the variables {@code EVENTS_TABLE}, {@code EVENTS_BY_DATE_INDEX} and {@code EVENT_SHARDS}
     *            (absent: 1)
     */
    static Events byDate(Setup setup) {
        return of(setup, setup.variables().required("EVENTS_BY_DATE_INDEX"), Event.DATE);
    }

    private static Events of(Setup setup, @Nullable String index, String partitionKey) {
        var client = setup.client(Event.EXAMPLE);
        var table = setup.variables().required("EVENTS_TABLE");
        return new Events(client, table, index, partitionKey, setup.clock(), Shards.of(setup, client, table));
    }

    /**
     * Makes one Query by time, which filters out expired events. DynamoDB's TTL removes them within days, not at once
     * ("Using time to live in DynamoDB", Amazon DynamoDB Developer Guide).
     */
    Slice unexpired(KeyRange keys, Instant now, @Nullable Integer limit, Map<String, AttributeValue> start,
            Capacity capacity) {
        var response = query(keys, now, limit, start);
        capacity.read(response.consumedCapacity());
        return new Slice(response.items(), response.lastEvaluatedKey(), response.scannedCount());
    }

    /** Makes one Query by time, with the expired events that TTL has not removed yet. */
    QueryResponse all(KeyRange keys, int limit, Map<String, AttributeValue> start) {
        return query(keys, null, limit, start);
    }

    /**
     * The table is read consistently, so that clients see an event that they have just recorded. An index allows only
     * eventually consistent reads.
     *
     * @param start the key after which to begin; the partition key may be missing
     */
    private QueryResponse query(KeyRange keys, @Nullable Instant unexpiredAt, @Nullable Integer limit,
            Map<String, AttributeValue> start) {
        var conditions = new ArrayList<String>();
        var names = new LinkedHashMap<String, String>();
        var values = new LinkedHashMap<String, AttributeValue>();
        var partition = Values.text(keys.partitionKey());
        conditions.add("#partition = :partition");
        names.put("#partition", partitionKey);
        values.put(":partition", partition);
        if (unexpiredAt != null) {
            names.put(Expiry.NAME, Event.EXPIRES_AT);
            values.put(Expiry.NOW, Expiry.now(unexpiredAt));
        }
        var range = keys.range().condition(names, values);
        if (range != null) {
            conditions.add(range);
        }
        var after = new LinkedHashMap<>(start);
        after.put(partitionKey, partition);
        return client.query(QueryRequest.builder()
                .tableName(table)
                .indexName(index)
                .keyConditionExpression(String.join(" AND ", conditions))
                .filterExpression(unexpiredAt == null ? null : Expiry.IS_AHEAD)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .scanIndexForward(!keys.newestFirst())
                .limit(limit)
                .exclusiveStartKey(start.isEmpty() ? null : after)
                .consistentRead(isConsistent())
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                .build());
    }

    boolean isConsistent() {
        return index == null;
    }
}
