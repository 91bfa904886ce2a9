package basics.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import basics.http.Errors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A batch of events to record.
 *
 * @param events each event once, by its first place in the body
 */
record Batch(Map<Integer, NewEvent> events) {
    private static final int LARGEST = 100; // DynamoDB's limit for a transaction
    private static final String EVENTS = "events";

    /** Reads the body of a request. Faults go to the errors. */
    static Batch read(Map<String, AttributeValue> body, EventReader reader, Errors errors) {
        for (var name : body.keySet()) {
            if (!name.equals(EVENTS)) {
                errors.at(() -> "/" + name.replace("~", "~0").replace("/", "~1"), "is not a member of a batch");
            }
        }
        var list = body.get(EVENTS);
        if (list == null || !list.hasL() || list.l().isEmpty() || list.l().size() > LARGEST) {
            errors.at("/" + EVENTS, "must be an array of 1 to " + LARGEST + " events");
            return new Batch(Map.of());
        }
        return new Batch(read(list.l(), reader, errors));
    }

    private static Map<Integer, NewEvent> read(List<AttributeValue> list, EventReader reader, Errors errors) {
        var events = new LinkedHashMap<Integer, NewEvent>();
        var places = new LinkedHashMap<Map<String, AttributeValue>, Integer>();
        for (var i = 0; i < list.size(); i++) {
            var pointer = "/" + EVENTS + "/" + i;
            if (!list.get(i).hasM()) {
                errors.at(pointer, "must be an object");
                continue;
            }
            var event = reader.read(list.get(i).m(), pointer, errors);
            var earlier = places.putIfAbsent(event.key(), i);
            if (earlier == null) {
                events.put(i, event);
            } else if (errors.isEmpty() && !isSame(event, Objects.requireNonNull(events.get(earlier)))) {
                errors.at(pointer, "contradicts /" + EVENTS + "/" + earlier + ": the same event with other attributes");
            }
        }
        return events;
    }

    /**
     * Compares both ways, since each comparison skips an expiry that its first event lacks. The order makes no
     * difference.
     */
    private static boolean isSame(NewEvent event, NewEvent other) {
        return event.isRecordedAs(other.item()) && other.isRecordedAs(event.item());
    }
}
