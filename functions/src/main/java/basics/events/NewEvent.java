package basics.events;

import java.util.LinkedHashMap;
import java.util.Map;

import basics.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An event to record.
 *
 * @param item what to store
 * @param expiryGiven whether the client itself gave {@code expires_at}
 */
record NewEvent(Map<String, AttributeValue> item, boolean expiryGiven) {

    /**
     * Whether recording this would say nothing new. An expiry that the service added is not compared: it may come from
     * another retention than today's.
     */
    boolean isRecordedAs(Map<String, AttributeValue> stored) {
        return Values.same(compared(item), compared(stored));
    }

    private Map<String, AttributeValue> compared(Map<String, AttributeValue> attributes) {
        var compared = new LinkedHashMap<>(attributes);
        if (!expiryGiven) {
            compared.remove(Event.EXPIRES_AT);
        }
        return compared;
    }

    /** Partition key and sort key: equal for events that can't both be stored. */
    Map<String, AttributeValue> key() {
        return Map.of(Event.NAME, Values.text(Values.text(item, Event.NAME)), Event.TIMESTAMP,
                Values.text(Values.text(item, Event.TIMESTAMP)));
    }
}
