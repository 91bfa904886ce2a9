package basics.events;

import java.time.InstantSource;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Capacity;
import basics.dynamodb.Client;
import basics.http.Environment;
import basics.http.Problem;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Records events: each at most once. */
record Recorder(DynamoDbClient client, String table, EventReader reader) {
    static final String UNLESS_RECORDED = "attribute_not_exists(#event)";
    static final Map<String, String> NAMES = Map.of("#event", Event.NAME);

    /** @param environment {@code EVENTS_TABLE}, {@code EVENT_RETENTION_DAYS} (absent: for ever), {@code AWS_REGION} */
    static Recorder of(Environment environment) {
        return new Recorder(Client.of(environment), environment.required("EVENTS_TABLE"),
                new EventReader(InstantSource.system(), days(environment.optional("EVENT_RETENTION_DAYS"))));
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

    /**
     * One PutItem, on condition that the event isn't there.
     *
     * @return null once it is recorded, or what had been recorded before
     * @throws Problem 409 if that differs; it stays as it is
     */
    @Nullable
    Map<String, AttributeValue> record(NewEvent event, Capacity capacity) {
        try {
            capacity.write(client.putItem(PutItemRequest.builder()
                    .tableName(table)
                    .item(event.item())
                    .conditionExpression(UNLESS_RECORDED)
                    .expressionAttributeNames(NAMES)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                    .build()).consumedCapacity());
            return null;
        } catch (ConditionalCheckFailedException e) {
            if (event.isRecordedAs(e.item())) {
                return e.item();
            }
            throw new Problem(409, "This event (name, timestamp and id) is recorded already, with other attributes.");
        }
    }
}
