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
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Queries the events table or an index of it.
 *
 * @param index the index, or null for the table
 * @param partitionKey the name of its partition key attribute
 */
record Events(DynamoDbClient client, String table, @Nullable String index, String partitionKey, InstantSource clock) {

    /**
     * The table, whose partition key is the event name.
     *
     * @param setup with the variable {@code EVENTS_TABLE}
     */
    static Events byName(Setup setup) {
        return of(setup, null, Event.NAME);
    }

    /**
     * The index, whose partition key is the UTC day.
     *
     * @param setup with the variables {@code EVENTS_TABLE} and {@code EVENTS_BY_DATE_INDEX}
     */
    static Events byDate(Setup setup) {
        return of(setup, setup.variables().required("EVENTS_BY_DATE_INDEX"), Event.DATE);
    }

    private static Events of(Setup setup, @Nullable String index, String partitionKey) {
        return new Events(setup.client(Event.EXAMPLE), setup.variables().required("EVENTS_TABLE"), index, partitionKey,
                setup.clock());
    }

    /**
     * Makes one Query by time, which filters out expired events. DynamoDB's TTL removes them within days, not at once
     * ("Using time to live in DynamoDB", Amazon DynamoDB Developer Guide). The table is read consistently, so that
     * clients see an event that they have just recorded. An index allows only eventually consistent reads.
     */
    Slice query(EventQuery query, Instant now, @Nullable Integer limit, Map<String, AttributeValue> start,
            Capacity capacity) {
        var conditions = new ArrayList<String>();
        var values = new LinkedHashMap<String, AttributeValue>();
        conditions.add("#partition = :partition");
        values.put(":partition", Values.text(query.partition()));
        var names = new LinkedHashMap<>(Map.of("#partition", partitionKey, Expiry.NAME, Event.EXPIRES_AT));
        values.put(Expiry.NOW, Expiry.now(now));
        var range = query.range().condition(names, values);
        if (range != null) {
            conditions.add(range);
        }
        var response = client.query(QueryRequest.builder()
                .tableName(table)
                .indexName(index)
                .keyConditionExpression(String.join(" AND ", conditions))
                .filterExpression(Expiry.IS_AHEAD)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .scanIndexForward(!query.newestFirst())
                .limit(limit)
                .exclusiveStartKey(start.isEmpty() ? null : start)
                .consistentRead(index == null)
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                .build());
        capacity.read(response.consumedCapacity());
        return new Slice(response.items(), response.lastEvaluatedKey(), response.scannedCount());
    }
}
