package basics.events;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Capacity;
import basics.dynamodb.Failures;
import basics.dynamodb.Values;
import basics.http.Errors;
import basics.http.QueryParameters;
import basics.http.Response;
import basics.pages.Cursor;
import basics.pages.Page;
import basics.pages.Slice;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * A query of a name, or of a day, by time, one page at a time.
 *
 * @param partition the name or the day, without a shard
 */
record EventQuery(String partition, TimeRange range, boolean newestFirst, int limit, @Nullable String cursor) {
    /** The parameters that {@link #parse} reads. */
    static final List<String> PARAMETERS = List.of("after", "from", "to", "before", "order", "limit", "cursor");

    static EventQuery parse(String partition, QueryParameters query, Errors errors) {
        return new EventQuery(partition, TimeRange.parse(query, errors),
                query.oneOf("order", "asc", "desc").equals("desc"),
                query.limit(), query.get("cursor"));
    }

    /** @throws basics.http.Problem 400 for a cursor that belongs to another query */
    Response answer(Events events, Capacity capacity) throws IOException {
        var cursors = new Cursor(events.partitionKey(), partition, String.valueOf(range.from()),
                String.valueOf(range.to()), newestFirst ? "desc" : "asc");
        var start = start(cursors, events.partitionKey());
        try {
            return Response.json(200, Page.read(source(events, start, capacity), start, limit,
                    new View(cursors, keys(events.partitionKey()))));
        } catch (DynamoDbException e) {
            if (!start.isEmpty() && Failures.isValidation(e)) {
                // The checksum is right, but the key is out of range: somebody forged the cursor.
                throw refused();
            }
            throw e;
        }
    }

    /** Reads the events from a place on, or from the beginning. */
    Slice.Source source(Events events, Map<String, AttributeValue> start, Capacity capacity) {
        if (range.isEmpty()) {
            return (_, _) -> Slice.EMPTY;
        }
        // One instant for all calls of a page, so that each event is either on it or expired.
        var now = events.clock().instant();
        // A cursor may come from a reader that knows of more shards, before this one has read the record again.
        var keys = events.shards().keys(partition, 1 + ShardKey.shard(Values.text(start, Event.NAME))).stream()
                .map(key -> new KeyRange(key, range, newestFirst)).toList();
        return keys.size() == 1
                ? (most, after) -> events.unexpired(keys.getFirst(), now, most, after, capacity)
                : new Merge(events, keys, start, limit, now, capacity);
    }

    /** The place where the page before ended, without the partition key of the query. Empty for the first page. */
    private Map<String, AttributeValue> start(Cursor cursors, String partitionKey) {
        if (cursor == null) {
            return Map.of();
        }
        var key = cursors.read(cursor);
        var names = keys(partitionKey);
        if (key == null || key.size() != names.size()) {
            throw refused();
        }
        var start = new LinkedHashMap<String, AttributeValue>();
        for (var i = 0; i < names.size(); i++) {
            start.put(names.get(i), Values.text(key.get(i)));
        }
        return start;
    }

    /** The key attributes that a cursor must hold, because the query doesn't. */
    private static List<String> keys(String partitionKey) {
        return partitionKey.equals(Event.NAME) ? List.of(Event.TIMESTAMP) : List.of(Event.NAME, Event.TIMESTAMP);
    }

    private static RuntimeException refused() {
        var errors = new Errors();
        errors.in("cursor", Cursor.REFUSAL);
        return errors.problem(400, "The request has 1 invalid value.");
    }

    private record View(Cursor cursors, List<String> keys) implements Page.View {
        @Override
        public byte[] show(Map<String, AttributeValue> item) throws IOException {
            return Event.json(item);
        }

        @Override
        public String cursor(Map<String, AttributeValue> item) {
            return cursors.write(keys.stream().map(key -> Values.text(item, key)).toArray(String[]::new));
        }
    }
}
