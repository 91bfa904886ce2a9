package basics.events;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import basics.dynamodb.ItemWriter;
import basics.dynamodb.Values;
import basics.time.Timestamp;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The stored form of an event, and the form that clients see. */
final class Event {
    static final String NAME = "event";
    static final String TIMESTAMP = "timestamp";
    static final String ID = "id";
    static final String DATE = "date";
    static final String EXPIRES_AT = "expires_at";
    /** The attribute that identifies the write ({@link Recorder}). Clients never see it. */
    static final String WRITE = "_write";
    /** Attributes that clients can't set. */
    static final List<String> SET_BY_SERVICE = List.of(DATE, WRITE);

    /** A stored event in DynamoDB's JSON. */
    static final String EXAMPLE = """
        {"event": {"S": "priming"}, "timestamp": {"S": "1970-01-01T00:00:00.500000000Z#1"},
         "date": {"S": "1970-01-01"}, "n": {"N": "1.5"}, "list": {"L": [{"BOOL": true}, {"M": {"a": {"S": "b"}}}]}}""";

    private static final ItemWriter WRITER = new ItemWriter(NAME, TIMESTAMP, ID, DATE, EXPIRES_AT)
            .without(List.of(WRITE));

    private Event() {}

    /**
     * The event as clients see it: name and day are without a shard, timestamp and id are separate, and internal
     * attributes are left out.
     */
    static byte[] json(Map<String, AttributeValue> item) throws IOException {
        var key = SortKey.parse(Values.text(item, TIMESTAMP));
        var shown = new LinkedHashMap<>(item);
        shown.put(NAME, Values.text(ShardKey.name(Values.text(item, NAME))));
        shown.put(DATE, Values.text(ShardKey.name(Values.text(item, DATE))));
        shown.put(TIMESTAMP, Values.text(Timestamp.shown(key.instant())));
        shown.put(ID, Values.text(key.id()));
        return WRITER.write(shown);
    }
}
