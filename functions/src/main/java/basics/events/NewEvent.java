package basics.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import basics.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An event to record.
 *
 * @param item what to store
 * @param idGiven whether the client itself gave the id: only then can anybody have recorded the event before
 * @param expiryGiven whether the client itself gave {@code expires_at}
 * @param receivedAt when it came in: it had not expired by then, so that it never takes its own first write for gone
 */
record NewEvent(Map<String, AttributeValue> item, boolean idGiven, boolean expiryGiven, Instant receivedAt) {

    /**
     * Whether recording this would say nothing new. An expiry that the service added is not compared: it may come from
     * another retention than today's.
     */
    boolean isRecordedAs(Map<String, AttributeValue> stored) {
        return Values.same(compared(item), compared(stored));
    }

    private Map<String, AttributeValue> compared(Map<String, AttributeValue> attributes) {
        var compared = new LinkedHashMap<>(attributes);
        compared.remove(Event.WRITE);
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
