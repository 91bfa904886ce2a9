package basics.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import basics.dynamodb.Backoff;
import basics.dynamodb.Capacity;
import basics.dynamodb.Values;
import basics.http.Problem;
import basics.http.Request;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Finds events that were recorded under another number of shards, and so in another place. A condition of a write sees
 * only the place that it writes. While the
 * table knows one number only, this reads nothing.
 */
record OtherPlaces(DynamoDbClient client, String table, Shards shards) {
    /** DynamoDB's limit for the keys of a BatchGetItem. */
    private static final int MOST = 100;
    private static final String BUSY = "The table is busy. Nothing was recorded; try again in a moment.";

    /**
     * Reads the events' other places.
     *
     * @return the events found there that have not expired, by {@link NewEvent#key} of the event to be recorded
     * @throws Problem 503 if DynamoDB leaves keys unread until the function's time is nearly over
     */
    Map<Map<String, AttributeValue>, Map<String, AttributeValue>> read(Collection<NewEvent> events, Request request,
            Capacity capacity) {
        var places = new LinkedHashMap<Map<String, AttributeValue>, NewEvent>();
        for (var event : events) {
            // Nobody can have recorded an event whose id is new.
            if (event.idGiven()) {
                places(event).forEach(place -> places.put(place, event));
            }
        }
        var found = new HashMap<Map<String, AttributeValue>, Map<String, AttributeValue>>();
        var keys = List.copyOf(places.keySet());
        for (var from = 0; from < keys.size(); from += MOST) {
            for (var item : read(keys.subList(from, Math.min(keys.size(), from + MOST)), request, capacity)) {
                var event = places.get(key(Values.text(item, Event.NAME), Values.text(item, Event.TIMESTAMP)));
                if (event != null && Expiry.isAhead(item, event.receivedAt())) {
                    found.put(event.key(), item);
                }
            }
            // For the next keys, or for the write.
            Backoff.requireTime(request.remainingMillis(), BUSY);
        }
        return found;
    }

    private List<Map<String, AttributeValue>> places(NewEvent event) {
        var sortKey = Values.text(event.item(), Event.TIMESTAMP);
        return shards.otherPlaces(event.name(), event.id(), event.shard()).stream()
                .map(shard -> key(ShardKey.of(event.name(), shard), sortKey)).toList();
    }

    private static Map<String, AttributeValue> key(String partitionKey, String sortKey) {
        return Map.of(Event.NAME, Values.text(partitionKey), Event.TIMESTAMP, Values.text(sortKey));
    }

    private List<Map<String, AttributeValue>> read(List<Map<String, AttributeValue>> keys, Request request,
            Capacity capacity) {
        var items = new ArrayList<Map<String, AttributeValue>>();
        var left = Map.of(table, KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
        for (var attempts = 1;; attempts++) {
            var asked = left;
            var response = client.batchGetItem(get -> get.requestItems(asked)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
            response.consumedCapacity().forEach(capacity::read);
            items.addAll(response.responses().getOrDefault(table, List.of()));
            left = response.unprocessedKeys();
            if (left.isEmpty()) {
                return items;
            }
            Backoff.pause(attempts, request.remainingMillis(), BUSY);
        }
    }
}
