package basics.events;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import basics.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The events of a shard that a {@link Merge} has read and not passed yet, and where to read on. */
final class ShardBuffer {
    private final KeyRange keys;
    private final int shard;
    /** Events with this sort key were passed on an earlier page; empty for none. */
    private final String passedBefore;
    private final Deque<Map<String, AttributeValue>> events = new ArrayDeque<>();
    private Map<String, AttributeValue> start;
    private boolean isRead;
    private String sortKey = "";
    private int passed;

    private ShardBuffer(KeyRange keys, int shard, String passedBefore, Map<String, AttributeValue> start) {
        this.keys = keys;
        this.shard = shard;
        this.passedBefore = passedBefore;
        this.start = start;
    }

    /**
     * A shard that goes on where the page before ended. A day's shards lie in order within the sort key of that end.
     *
     * @param end the last event of the page before, without its name if all shards go on behind its sort key; empty for
     *            the first page
     */
    static ShardBuffer of(KeyRange keys, Map<String, AttributeValue> end) {
        var shard = ShardKey.shard(keys.partitionKey());
        var ofEnd = ShardKey.shard(Values.text(end, Event.NAME));
        if (!end.containsKey(Event.NAME) || shard == ofEnd) {
            return new ShardBuffer(keys, shard, "", end);
        }
        var sortKey = Values.text(end, Event.TIMESTAMP);
        var isBehind = keys.newestFirst() ? shard < ofEnd : shard > ofEnd;
        return new ShardBuffer(keys.from(sortKey), shard, isBehind ? "" : sortKey, Map.of());
    }

    KeyRange keys() {
        return keys;
    }

    int shard() {
        return shard;
    }

    /** The key after which to read on; empty for the beginning. */
    Map<String, AttributeValue> start() {
        return start;
    }

    /** Whether all of the shard has been read. */
    boolean isRead() {
        return isRead;
    }

    /** Whether the next event is unknown: it must be read first. */
    boolean hasRunOut() {
        return events.isEmpty() && !isRead;
    }

    Collection<Map<String, AttributeValue>> events() {
        return events;
    }

    /** How many events were passed so far. */
    int passed() {
        return passed;
    }

    /** Adds what was read; an empty last key means the end. */
    void add(List<Map<String, AttributeValue>> read, Map<String, AttributeValue> lastKey) {
        read.stream().filter(event -> !Values.text(event, Event.TIMESTAMP).equals(passedBefore)).forEach(events::add);
        start = lastKey;
        isRead = lastKey.isEmpty();
        sortKey = sortKeyOfNext();
    }

    /** The next event. There must be one. */
    Map<String, AttributeValue> next() {
        return events.getFirst();
    }

    /** The sort key of the next event. */
    String sortKey() {
        return sortKey;
    }

    /** Passes the next event. */
    void pass() {
        events.removeFirst();
        passed++;
        sortKey = sortKeyOfNext();
    }

    private String sortKeyOfNext() {
        return events.isEmpty() ? "" : Values.text(next(), Event.TIMESTAMP);
    }
}
