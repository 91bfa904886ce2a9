package basics.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import basics.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An event to record.
 *
 * @param item the attributes to store
 * @param idGiven whether the client gave the id; if not, nobody can have recorded the event before
 * @param expiryGiven whether the client gave {@code expires_at}
 * @param receivedAt when it arrived. It had not expired by then, so a retry never takes the first write for an expired
 *            event
 */
record NewEvent(Map<String, AttributeValue> item, boolean idGiven, boolean expiryGiven, Instant receivedAt) {

    /**
     * Whether this event is stored already, with the same attributes. An expiry that the service added is not compared,
     * because the retention may have changed since.
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

    /** Partition key and sort key. Two events with equal keys can't both be stored. */
    Map<String, AttributeValue> key() {
        return Map.of(Event.NAME, Values.text(Values.text(item, Event.NAME)), Event.TIMESTAMP,
                Values.text(Values.text(item, Event.TIMESTAMP)));
    }
}
