package basics.events;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Numbers;
import basics.dynamodb.Values;
import basics.http.Errors;
import basics.http.Utf8;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Makes events to record of what clients send.
 *
 * @param retentionDays how long after its timestamp an event without an expiry of its own is kept; 0: for ever
 */
record EventReader(InstantSource clock, int retentionDays) {
    private static final int LONGEST_NAME = 2048; // bytes: DynamoDB's limit for a partition key
    private static final int LONGEST_ID = 256; // bytes: well within DynamoDB's 1,024 for a sort key
    /** URLs lose them on their way, also when they are percent-encoded (RFC 3986, 6.2.2.3): nobody could read them. */
    private static final Set<String> DOT_SEGMENTS = Set.of(".", "..");
    private static final long SECONDS_A_DAY = 86_400;

    /** @param pointer to the event in the body; what is wrong with it goes to the errors */
    NewEvent read(Map<String, AttributeValue> attributes, String pointer, Errors errors) {
        var item = new LinkedHashMap<>(attributes);
        if (attributes.containsKey(Event.DATE)) {
            errors.at(pointer + "/" + Event.DATE, "is set by the service");
        }
        var name = Values.text(attributes, Event.NAME);
        if (!isName(name)) {
            errors.at(pointer + "/" + Event.NAME, nameRule());
        }
        var id = attributes.containsKey(Event.ID)
                ? id(attributes, pointer, errors)
                : UUID.randomUUID().toString();
        var instant = timestamp(attributes.get(Event.TIMESTAMP), pointer, errors);
        var key = SortKey.of(instant, id);
        item.remove(Event.ID);
        item.put(Event.NAME, Values.text(name));
        item.put(Event.TIMESTAMP, Values.text(key.stored()));
        item.put(Event.DATE, Values.text(Timestamp.date(key.instant())));
        var expiryGiven = attributes.containsKey(Event.EXPIRES_AT);
        if (expiryGiven && Numbers.whole(attributes.get(Event.EXPIRES_AT)) == null) {
            errors.at(pointer + "/" + Event.EXPIRES_AT, "must be a whole number of seconds since 1970, 0 or more");
        } else if (!expiryGiven && retentionDays > 0) {
            var expiry = Math.max(0, instant.getEpochSecond() + retentionDays * SECONDS_A_DAY);
            item.put(Event.EXPIRES_AT, AttributeValue.fromN(Long.toString(expiry)));
        }
        return new NewEvent(item, expiryGiven);
    }

    private static String id(Map<String, AttributeValue> attributes, String pointer, Errors errors) {
        var id = Values.text(attributes, Event.ID);
        if (!isValid(id, LONGEST_ID)) {
            errors.at(pointer + "/" + Event.ID, rule(LONGEST_ID));
        }
        return id;
    }

    /** Whether an event of this name can exist. */
    static boolean isName(String name) {
        return isValid(name, LONGEST_NAME) && !DOT_SEGMENTS.contains(name);
    }

    static String nameRule() {
        return rule(LONGEST_NAME) + ", and not . or .., which no URL can hold";
    }

    private static boolean isValid(String text, int longest) {
        return !text.isEmpty() && Utf8.isWellFormed(text) && Utf8.length(text) <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static String rule(int longest) {
        return "must be text of 1 to " + longest + " bytes in UTF-8, without control characters";
    }

    private Instant timestamp(@Nullable AttributeValue value, String pointer, Errors errors) {
        if (value == null) {
            return clock.instant();
        }
        try {
            return Timestamp.parse(value.s() == null ? "" : value.s());
        } catch (Timestamp.Refused e) {
            errors.at(pointer + "/" + Event.TIMESTAMP, e.detail());
            return Instant.EPOCH;
        }
    }
}
