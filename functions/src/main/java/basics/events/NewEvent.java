package basics.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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
     * Whether the event stored under this name, time and id has the same attributes. Its shard may differ. An expiry
     * that the service added is not compared, because the retention may have changed since.
     */
    boolean isRecordedAs(Map<String, AttributeValue> stored) {
        return Values.same(compared(item), compared(stored));
    }

    private Map<String, AttributeValue> compared(Map<String, AttributeValue> attributes) {
        var compared = new LinkedHashMap<>(attributes);
        compared.keySet().removeAll(List.of(Event.WRITE, Event.NAME, Event.DATE));
        if (!expiryGiven) {
            compared.remove(Event.EXPIRES_AT);
        }
        return compared;
    }

    /** The event's name, without its shard. */
    String name() {
        return ShardKey.name(Values.text(item, Event.NAME));
    }

    String id() {
        return SortKey.parse(Values.text(item, Event.TIMESTAMP)).id();
    }

    int shard() {
        return ShardKey.shard(Values.text(item, Event.NAME));
    }

    /** The same event in its shard of so many. */
    NewEvent spreadOver(int shards) {
        var shard = Shards.place(name(), id(), shards);
        var moved = new LinkedHashMap<>(item);
        moved.put(Event.NAME, Values.text(ShardKey.of(name(), shard)));
        moved.put(Event.DATE, Values.text(ShardKey.of(ShardKey.name(Values.text(item, Event.DATE)), shard)));
        return new NewEvent(moved, idGiven, expiryGiven, receivedAt);
    }

    /** Partition key and sort key. Two events with equal keys can't both be stored. */
    Map<String, AttributeValue> key() {
        return Map.of(Event.NAME, Values.text(Values.text(item, Event.NAME)), Event.TIMESTAMP,
                Values.text(Values.text(item, Event.TIMESTAMP)));
    }
}
