package basics.events;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Capacity;
import basics.dynamodb.Setup;
import basics.dynamodb.Values;
import basics.http.Problem;
import basics.http.Request;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Records each event at most once. It overwrites an expired event that TTL has not removed yet. */
record Recorder(DynamoDbClient client, String table, EventReader reader, Shards shards, OtherPlaces others) {
    static final String UNLESS_RECORDED = "attribute_not_exists(#event) OR " + Expiry.IS_OVER;
    static final Map<String, String> NAMES = Map.of("#event", Event.NAME, Expiry.NAME, Event.EXPIRES_AT);

    /**
     * The recorder of a function.
     *
     * @param setup with the variables {@code EVENTS_TABLE}, {@code EVENT_RETENTION_DAYS} (absent: for ever) and {@code
     *            EVENT_SHARDS} (absent: 1)
     */
    static Recorder of(Setup setup) {
        var variables = setup.variables();
        var client = setup.client(Event.EXAMPLE);
        var table = variables.required("EVENTS_TABLE");
        var shards = Shards.of(setup, client, table);
        return new Recorder(client, table,
                new EventReader(setup.clock(), days(variables.optional("EVENT_RETENTION_DAYS"))), shards,
                new OtherPlaces(client, table, shards));
    }

    private static int days(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        if (!text.matches("[1-9][0-9]{0,4}")) {
            throw new IllegalStateException(
                    "The environment variable EVENT_RETENTION_DAYS must be a whole number of days from 1 to 99999.");
        }
        return Integer.parseInt(text);
    }

    /** The values of {@link #UNLESS_RECORDED}. */
    static Map<String, AttributeValue> values(NewEvent event) {
        return Map.of(Expiry.NOW, Expiry.now(event.receivedAt()));
    }

    /**
     * Makes one PutItem, on condition that the event isn't there, nor in another place. When DynamoDB's response is lost, the SDK or the JDK
     * retries the call and finds the event. A mark in the stored event shows that this same call wrote it.
     *
     * @return null when this call recorded it, or the event that was recorded before
     * @throws Problem 409 if an event with other attributes is recorded, which stays unchanged
     */
    @Nullable
    Map<String, AttributeValue> record(NewEvent read, Request request, Capacity capacity) {
        var event = read.spreadOver(shards.enter());
        var elsewhere = others.read(List.of(event), request, capacity).get(event.key());
        if (elsewhere != null) {
            return same(event, elsewhere);
        }
        var item = event.idGiven() ? marked(event.item()) : event.item();
        try {
            capacity.write(client.putItem(PutItemRequest.builder()
                    .tableName(table)
                    .item(item)
                    .conditionExpression(UNLESS_RECORDED)
                    .expressionAttributeNames(NAMES)
                    .expressionAttributeValues(values(event))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                    .build()).consumedCapacity());
            return null;
        } catch (ConditionalCheckFailedException e) {
            var stored = same(event, e.item());
            return Objects.equals(stored.get(Event.WRITE), item.get(Event.WRITE)) ? null : stored;
        }
    }

    private static Map<String, AttributeValue> same(NewEvent event, Map<String, AttributeValue> stored) {
        if (!event.isRecordedAs(stored)) {
            throw new Problem(409, "This event (name, timestamp and id) is recorded already, with other attributes.");
        }
        return stored;
    }

    /** An id that the service generated is itself such a mark. */
    private static Map<String, AttributeValue> marked(Map<String, AttributeValue> item) {
        var marked = new LinkedHashMap<>(item);
        marked.put(Event.WRITE, Values.text(Long.toString(new SecureRandom().nextLong(), Character.MAX_RADIX)));
        return marked;
    }
}
