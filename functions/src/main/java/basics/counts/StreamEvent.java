package basics.counts;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import basics.http.Json;

/**
 * Reads the event with which Lambda delivers records of a stream ("Using AWS Lambda with Amazon DynamoDB", Lambda
 * Developer Guide). Everything that {@link StreamRecord} doesn't hold is skipped, however large it is.
 */
final class StreamEvent {
    private final JsonParser json;
    private @Nullable String sequenceNumber;
    private @Nullable String id;
    private @Nullable String type;
    private @Nullable Long arrival;
    private @Nullable String event;
    private @Nullable String timestamp;
    private boolean hasOldImage;
    private @Nullable BigDecimal expiredAt;

    private StreamEvent(JsonParser json) {
        this.json = json;
    }

    /** What to do with each member of an object. The parser is at the member's value. */
    @FunctionalInterface
    private interface Members {
        void take(String name) throws IOException;
    }

    /** @throws IOException unless it is an event with records */
    static List<StreamRecord> read(InputStream input) throws IOException {
        var records = new ArrayList<StreamRecord>();
        var found = new boolean[1];
        try (var json = Json.FACTORY.createParser(input)) {
            json.nextToken();
            members(json, name -> {
                if (name.equals("Records") && json.currentToken() == JsonToken.START_ARRAY) {
                    found[0] = true;
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        records.add(new StreamEvent(json).record());
                    }
                } else {
                    json.skipChildren();
                }
            });
        }
        if (!found[0]) {
            throw new IOException("The event has no Records: this function takes the records of a DynamoDB stream.");
        }
        return records;
    }

    /** Reads the object at which the parser is. Anything else is skipped. */
    private static void members(JsonParser json, Members members) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            members.take(name);
        }
    }

    private StreamRecord record() throws IOException {
        members(json, name -> {
            switch (name) {
                case "eventID" -> id = text();
                case "eventName" -> type = text();
                case "dynamodb" -> members(json, this::takeChange);
                default -> json.skipChildren();
            }
        });
        return new StreamRecord(sequenceNumber, id, type, arrival, event, timestamp, hasOldImage, expiredAt);
    }

    private void takeChange(String name) throws IOException {
        switch (name) {
            case "SequenceNumber" -> sequenceNumber = text();
            case "ApproximateCreationDateTime" -> arrival = seconds();
            case "Keys" -> members(json, key -> {
                switch (key) {
                    case CountedEvent.EVENT -> event = value("S");
                    case CountedEvent.TIMESTAMP -> timestamp = value("S");
                    default -> json.skipChildren();
                }
            });
            case "OldImage" -> {
                hasOldImage = json.currentToken() == JsonToken.START_OBJECT;
                members(json, attribute -> {
                    if (attribute.equals(CountedEvent.EXPIRES_AT)) {
                        expiredAt = number(value("N"));
                    } else {
                        json.skipChildren();
                    }
                });
            }
            default -> json.skipChildren();
        }
    }

    private @Nullable String text() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        json.skipChildren();
        return null;
    }

    /** Whole seconds. Lambda writes the time as a number, with or without an exponent or a fraction. */
    private @Nullable Long seconds() throws IOException {
        if (!json.currentToken().isNumeric()) {
            json.skipChildren();
            return null;
        }
        var seconds = number(json.getText());
        return seconds == null || seconds.signum() < 0 || seconds.compareTo(CountedEvent.LATEST) > 0
                ? null
                : seconds.setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** The text of an attribute's value, or null if it is of another type. */
    private @Nullable String value(String type) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return null;
        }
        String value = null;
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            if (name.equals(type)) {
                value = text();
            } else {
                json.skipChildren();
            }
        }
        return value;
    }
}
