package basics.events;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import basics.dynamodb.ItemWriter;
import basics.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An event as it is stored, and as it is shown. */
final class Event {
    static final String NAME = "event";
    static final String TIMESTAMP = "timestamp";
    static final String ID = "id";
    static final String DATE = "date";
    static final String EXPIRES_AT = "expires_at";

    private static final ItemWriter WRITER = new ItemWriter(NAME, TIMESTAMP, ID, DATE, EXPIRES_AT);

    private Event() {}

    /** As clients see it: timestamp and id apart. */
    static byte[] json(Map<String, AttributeValue> item) throws IOException {
        var key = SortKey.parse(Values.text(item, TIMESTAMP));
        var shown = new LinkedHashMap<>(item);
        shown.put(TIMESTAMP, Values.text(Timestamp.shown(key.instant())));
        shown.put(ID, Values.text(key.id()));
        return WRITER.write(shown);
    }
}
