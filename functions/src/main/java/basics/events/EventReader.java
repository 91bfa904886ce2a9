package basics.events;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Values;
import basics.http.Errors;
import basics.http.Utf8;
import basics.time.Timestamp;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the events that clients send.
 *
 * @param retentionDays how many days after its timestamp an event expires that brings no {@code expires_at}; 0 means
 *            never
 */
record EventReader(InstantSource clock, int retentionDays) {
    private static final int LONGEST_NAME = 2048; // bytes: DynamoDB's limit for a partition key
    private static final int LONGEST_ID = 256; // bytes: well within DynamoDB's 1,024 for a sort key
    /**
     * Clients and proxies remove these segments from a URL, even percent-encoded (RFC 3986, 6.2.2.3). Nobody could read
     * such an event.
     */
    private static final Set<String> DOT_SEGMENTS = Set.of(".", "..");

    /**
     * Reads an event, as if it lay in shard 0.
     *
     * @param pointer the event's place in the body
     */
    NewEvent read(Map<String, AttributeValue> attributes, String pointer, Errors errors) {
        var now = clock.instant();
        var item = new LinkedHashMap<>(attributes);
        for (var name : Event.SET_BY_SERVICE) {
            if (attributes.containsKey(name)) {
                errors.at(pointer + "/" + name, "is set by the service");
            }
        }
        var name = Values.text(attributes, Event.NAME);
        if (!isName(name)) {
            errors.at(pointer + "/" + Event.NAME,
                    attributes.containsKey(Event.NAME) ? nameRule(name) : "must be given");
        }
        var idGiven = attributes.containsKey(Event.ID);
        var id = idGiven
                ? id(attributes, pointer, errors)
                : UUID.randomUUID().toString();
        var timestamp = pointer + "/" + Event.TIMESTAMP;
        var instant = attributes.containsKey(Event.TIMESTAMP)
                ? timestamp(attributes.get(Event.TIMESTAMP), timestamp, errors)
                : now;
        var key = SortKey.of(Objects.requireNonNullElse(instant, now), id);
        item.remove(Event.ID);
        item.put(Event.NAME, Values.text(ShardKey.of(name, 0)));
        item.put(Event.TIMESTAMP, Values.text(key.stored()));
        item.put(Event.DATE, Values.text(Timestamp.date(key.instant())));
        var expiryGiven = attributes.containsKey(Event.EXPIRES_AT);
        if (expiryGiven) {
            Expiry.check(attributes.get(Event.EXPIRES_AT), now, pointer + "/" + Event.EXPIRES_AT, errors);
        } else if (retentionDays > 0 && instant != null) {
            item.put(Event.EXPIRES_AT, Expiry.of(instant, retentionDays, now, timestamp, errors));
        }
        return new NewEvent(item, idGiven, expiryGiven, now);
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
        return isValid(name, LONGEST_NAME) && !DOT_SEGMENTS.contains(name) && ShardKey.hasKey(name);
    }

    /** What is wrong with a name that no event can have. */
    static String nameRule(String name) {
        if (!isValid(name, LONGEST_NAME)) {
            return rule(LONGEST_NAME);
        }
        return DOT_SEGMENTS.contains(name)
                ? "must not be . or .., which no URL can hold"
                : "must not end in # and one or two digits if it has more than " + ShardKey.LONGEST_SPREAD
                        + " bytes, as its key would be too long";
    }

    private static boolean isValid(String text, int longest) {
        return !text.isEmpty() && Utf8.isWellFormed(text) && Utf8.length(text) <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static String rule(int longest) {
        return "must be text of 1 to " + longest + " bytes in UTF-8, without control characters";
    }

    private static @Nullable Instant timestamp(@Nullable AttributeValue value, String pointer, Errors errors) {
        try {
            return Timestamp.parse(value == null || value.s() == null ? "" : value.s());
        } catch (Timestamp.Refused e) {
            errors.at(pointer, e.detail());
            return null;
        }
    }
}
