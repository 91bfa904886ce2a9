package basics.dynamodb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

import basics.http.Errors;
import basics.http.Json;
import basics.http.Problem;
import basics.http.Utf8;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads a JSON object as a DynamoDB item. Values that DynamoDB can't hold become errors. */
public final class ItemReader {
    /**
     * The most nested objects and arrays in an attribute. DynamoDB's limit is 32 levels ("Quotas in Amazon DynamoDB"),
     * and the item itself is one of them.
     */
    private static final int LEVELS = 31;
    /**
     * The longest name of a member, in bytes. DynamoDB accepts 64 KB. DynamoDB Local stores names over 50,000 bytes but
     * can't read, change or delete such an item (the default limit of jackson-core).
     */
    private static final int LONGEST_NAME = 1024;
    private static final String NAME_RULE = "must have a name of 1 to 1,024 bytes in UTF-8";
    private static final AttributeValue REFUSED = AttributeValue.fromNul(true);

    private final JsonParser json;
    private final Errors errors;
    private final int itemLevel;
    private final boolean patch;
    private final ItemSize size = new ItemSize();

    private ItemReader(JsonParser json, Errors errors, int around, boolean patch) {
        this.json = json;
        this.errors = errors;
        this.itemLevel = 1 + around;
        this.patch = patch;
    }

    /**
     * Reads the only item of a body.
     *
     * @param errors receives each value that DynamoDB can't hold, with its place
     * @throws Problem 400 unless the body is one JSON object; 413 for an item that DynamoDB can't hold
     */
    public static Map<String, AttributeValue> read(String body, Errors errors) {
        return read(body, errors, 0, false);
    }

    /**
     * As {@link #read(String, Errors)}, for a merge patch. A null removes a member, so it doesn't count towards the
     * size.
     */
    public static Map<String, AttributeValue> readPatch(String body, Errors errors) {
        return read(body, errors, 0, true);
    }

    /**
     * Reads a body that contains items.
     *
     * @param around levels of objects and arrays around the items
     */
    public static Map<String, AttributeValue> read(String body, Errors errors, int around) {
        return read(body, errors, around, false);
    }

    private static Map<String, AttributeValue> read(String body, Errors errors, int around, boolean patch) {
        try (var json = Json.FACTORY.createParser(body)) {
            return new ItemReader(json, errors, around, patch).only();
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new Problem(400, "The body is not valid JSON"
                    + (at == null ? "." : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")."));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, AttributeValue> only() throws IOException {
        try {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Problem(400, "The body must be a JSON object.");
            }
            var item = object();
            if (json.nextToken() != null) {
                throw new Problem(400, "The body continues after the JSON object.");
            }
            return item;
        } catch (StreamConstraintsException e) {
            // The 32nd level has recorded the error of depth already.
            if (json.getParsingContext().getNestingDepth() < Json.DEEPEST) {
                error("must be a number of at most " + Json.LONGEST_NUMBER + " characters");
            }
            throw errors.problem(400, "Reading the body stopped at a value that is far too long or too deep.");
        }
    }

    private Map<String, AttributeValue> object() throws IOException {
        var members = new LinkedHashMap<String, AttributeValue>();
        var isItem = json.getParsingContext().getNestingDepth() == itemLevel;
        var sizeAround = isItem ? size.startItem() : 0;
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            if (!isStorable(name)) {
                json.nextToken();
                json.skipChildren();
                continue;
            }
            if (members.containsKey(name)) {
                error("must be given once");
            }
            if (json.nextToken() != JsonToken.VALUE_NULL || !patch) {
                size.text(name);
                if (!isItem) {
                    size.element();
                }
            }
            members.put(name, value());
        }
        if (isItem) {
            size.endItem(sizeAround);
        }
        return members;
    }

    private boolean isStorable(String name) {
        if (!Utf8.isWellFormed(name)) {
            // Such a name can't be written into the problem document either.
            errors.at(() -> around(), "has a member whose name holds half a surrogate pair");
            return false;
        }
        if (name.isEmpty() || Utf8.length(name) > LONGEST_NAME) {
            error(NAME_RULE);
            return false;
        }
        return true;
    }

    private AttributeValue value() throws IOException {
        size.value();
        return switch (json.currentToken()) {
            case START_OBJECT -> isTooDeep() ? REFUSED : map();
            case START_ARRAY -> isTooDeep() ? REFUSED : array();
            case VALUE_STRING -> text(json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json.getText());
            case VALUE_TRUE -> constant(AttributeValue.fromBool(true));
            case VALUE_FALSE -> constant(AttributeValue.fromBool(false));
            default -> patch ? AttributeValue.fromNul(true) : constant(AttributeValue.fromNul(true));
        };
    }

    private AttributeValue map() throws IOException {
        size.container();
        return AttributeValue.fromM(object());
    }

    private AttributeValue array() throws IOException {
        size.container();
        var values = new ArrayList<AttributeValue>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            size.element();
            values.add(value());
        }
        return AttributeValue.fromL(values);
    }

    private AttributeValue text(String text) {
        if (!Utf8.isWellFormed(text)) {
            return error("must not hold half a surrogate pair");
        }
        size.text(text);
        return AttributeValue.fromS(text);
    }

    private AttributeValue number(String text) {
        var number = Numbers.stored(text);
        if (number == null) {
            return error("must have at most 38 significant digits and a magnitude from 1E-130 to below 1E+126");
        }
        size.number(number);
        return AttributeValue.fromN(number);
    }

    private AttributeValue constant(AttributeValue value) {
        size.constant();
        return value;
    }

    private boolean isTooDeep() throws IOException {
        if (json.getParsingContext().getNestingDepth() <= itemLevel + LEVELS) {
            return false;
        }
        errors.at(() -> around(), "must be nested at most " + LEVELS + " levels deep");
        json.skipChildren();
        return true;
    }

    private AttributeValue error(String detail) {
        errors.at(() -> json.getParsingContext().pathAsPointer().toString(), detail);
        return REFUSED;
    }

    /** The object or array whose members are being read. */
    private String around() {
        return json.getParsingContext().getParent().pathAsPointer().toString();
    }
}
