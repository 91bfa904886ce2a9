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

/** Reads a JSON object as a DynamoDB item; what JSON can say and DynamoDB can't hold becomes an error. */
public final class ItemReader {
    /**
     * Objects and arrays inside one another in an attribute. DynamoDB's limit is 32 levels ("Quotas in Amazon
     * DynamoDB"), and the item itself is one of them.
     */
    private static final int LEVELS = 31;
    private static final AttributeValue REFUSED = AttributeValue.fromNul(true);

    private final JsonParser json;
    private final Errors errors;
    private final int deepest;

    private ItemReader(JsonParser json, Errors errors, int deepest) {
        this.json = json;
        this.errors = errors;
        this.deepest = deepest;
    }

    /**
     * Reads the only item of a body.
     *
     * @param errors gets what DynamoDB can't hold, with its place
     * @throws Problem 400 for what is not a JSON object and nothing else
     */
    public static Map<String, AttributeValue> read(String body, Errors errors) {
        return read(body, errors, 0);
    }

    /**
     * Reads a body that has items within.
     *
     * @param around levels of objects and arrays around the items
     */
    public static Map<String, AttributeValue> read(String body, Errors errors, int around) {
        try (var json = Json.FACTORY.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Problem(400, "The body must be a JSON object.");
            }
            var item = new ItemReader(json, errors, 1 + LEVELS + around).object();
            if (json.nextToken() != null) {
                throw new Problem(400, "There is more in the body after the JSON object.");
            }
            return item;
        } catch (StreamConstraintsException e) {
            throw new Problem(400, "The body is nested too deeply, or a number or a member name in it is too long.");
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new Problem(400, "The body is not valid JSON"
                    + (at == null ? "." : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")."));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, AttributeValue> object() throws IOException {
        var members = new LinkedHashMap<String, AttributeValue>();
        var around = pointer(json.getParsingContext().getParent().pathAsPointer().toString());
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            if (name.isEmpty()) {
                error("must have a name");
            } else if (!Utf8.isWellFormed(name)) {
                // The name can't be written into an answer either.
                errors.at(around, "has a member whose name holds half a surrogate pair");
                json.nextToken();
                json.skipChildren();
                continue;
            } else if (members.containsKey(name)) {
                error("must be given once");
            }
            json.nextToken();
            members.put(name, value());
        }
        return members;
    }

    private AttributeValue value() throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> isTooDeep() ? REFUSED : AttributeValue.fromM(object());
            case START_ARRAY -> isTooDeep() ? REFUSED : array();
            case VALUE_STRING -> text(json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json.getText());
            case VALUE_TRUE -> AttributeValue.fromBool(true);
            case VALUE_FALSE -> AttributeValue.fromBool(false);
            default -> AttributeValue.fromNul(true);
        };
    }

    private AttributeValue array() throws IOException {
        var values = new ArrayList<AttributeValue>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(value());
        }
        return AttributeValue.fromL(values);
    }

    private AttributeValue text(String text) {
        if (Utf8.isWellFormed(text)) {
            return AttributeValue.fromS(text);
        }
        return error("must not hold half a surrogate pair");
    }

    private AttributeValue number(String text) {
        var number = Numbers.stored(text);
        return number != null
                ? AttributeValue.fromN(number)
                : error("must have at most 38 significant digits and a magnitude from 1E-130 to below 1E+126");
    }

    private boolean isTooDeep() throws IOException {
        if (json.getParsingContext().getNestingDepth() <= deepest) {
            return false;
        }
        errors.at(pointer(json.getParsingContext().getParent().pathAsPointer().toString()),
                "must be nested at most " + LEVELS + " levels deep");
        json.skipChildren();
        return true;
    }

    private AttributeValue error(String detail) {
        errors.at(pointer(json.getParsingContext().pathAsPointer().toString()), detail);
        return REFUSED;
    }

    /** A name above with half a surrogate pair is an error by itself, and can't be shown. */
    private static String pointer(String path) {
        return Utf8.isWellFormed(path) ? path : "";
    }
}
