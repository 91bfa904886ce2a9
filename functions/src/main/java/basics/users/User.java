package basics.users;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import basics.dynamodb.ItemWriter;
import basics.dynamodb.Values;
import basics.http.Errors;
import basics.http.Response;
import basics.time.FixedWidthTime;
import basics.values.Email;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The stored form of a user: the attributes that the service sets, and any others that the client gave. */
final class User {
    static final String EMAIL = "email";
    static final String CHAR = "char";
    static final String CREATED_AT = "created_at";
    static final String HUMAN_DATE = "human_date";
    static final String UPDATED_AT = "updated_at";
    static final String VERSION = "version";

    /** A user that cannot exist (RFC 2606), in DynamoDB's JSON. */
    static final String EXAMPLE = """
        {"email": {"S": "nobody@priming.invalid"}, "char": {"S": "n"}, "created_at": {"S": "0"},
         "human_date": {"S": "1970-01-01 00:00:00.000000"}, "version": {"N": "1"}, "n": {"N": "1.5"},
         "list": {"L": [{"BOOL": true}, {"M": {"a": {"S": "b"}}}]}}""";

    /** Attributes by which a request recognises its own write. Clients never see them. */
    private static final List<String> HIDDEN = Stream.concat(WriteToken.SETS.stream(),
            Stream.of(IdempotencyKey.ATTRIBUTE)).toList();
    private static final List<String> SET_BY_SERVICE = Stream.concat(
            Stream.of(CHAR, CREATED_AT, HUMAN_DATE, UPDATED_AT, VERSION), HIDDEN.stream()).toList();
    private static final ItemWriter WRITER = new ItemWriter(EMAIL, CHAR, CREATED_AT, HUMAN_DATE, UPDATED_AT, VERSION)
            .without(HIDDEN);

    private User() {}

    /** The partition key is the email, the sort key its first letter. */
    static Map<String, AttributeValue> key(Email email) {
        var address = email.address();
        return Map.of(EMAIL, Values.text(address), CHAR, Values.text(address.substring(0, 1)));
    }

    /** A new user's item. */
    static Map<String, AttributeValue> create(Email email, Map<String, AttributeValue> attributes, Instant now) {
        var item = new LinkedHashMap<>(attributes);
        item.putAll(key(email));
        item.put(CREATED_AT, Values.text(Long.toString(now.getEpochSecond())));
        item.put(HUMAN_DATE, Values.text(humanDate(now)));
        item.put(VERSION, AttributeValue.fromN("1"));
        return item;
    }

    static void refuseWhatServiceSets(Map<String, AttributeValue> attributes, Errors errors) {
        for (var name : SET_BY_SERVICE) {
            if (attributes.containsKey(name)) {
                errors.at("/" + name, "is set by the service");
            }
        }
    }

    /** An instant in UTC, to the microsecond. */
    static String humanDate(Instant instant) {
        return FixedWidthTime.format(instant, ' ', 6);
    }

    static byte[] json(Map<String, AttributeValue> item) throws IOException {
        return WRITER.write(item);
    }

    static Response response(int status, Map<String, AttributeValue> item) throws IOException {
        return Response.json(status, json(item)).with("ETag", '"' + Version.of(item).tag() + '"');
    }
}
