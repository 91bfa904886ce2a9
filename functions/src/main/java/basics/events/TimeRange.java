package basics.events;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Values;
import basics.http.Errors;
import basics.http.QueryParameters;
import basics.http.Utf8;
import basics.time.Timestamp;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A range of sort keys, both ends included. No stored key equals an end, because every stored key has an id. So BETWEEN
 * is exact for all four bounds: "after an instant" begins behind all keys of the instant.
 *
 * @param from the lower end, or null for none
 * @param to the upper end, or null for none
 */
record TimeRange(@Nullable String from, @Nullable String to) {

    /** Reads {@code after}, {@code from}, {@code to}, {@code before}: one lower and one upper bound at most. */
    static TimeRange parse(QueryParameters query, Errors errors) {
        var from = instant(query, "from", errors);
        var after = instant(query, "after", errors);
        var to = instant(query, "to", errors);
        var before = instant(query, "before", errors);
        if (query.get("from") != null && query.get("after") != null) {
            errors.in("from", "can't be given together with after");
        }
        if (query.get("to") != null && query.get("before") != null) {
            errors.in("to", "can't be given together with before");
        }
        var lower = from != null ? from : after;
        var upper = to != null ? to : before;
        if (lower != null && upper != null && lower.isAfter(upper)) {
            errors.in(from != null ? "from" : "after", "must not be later than " + (to != null ? "to" : "before"));
        }
        return new TimeRange(from != null ? SortKey.start(from) : after != null ? SortKey.end(after) : null,
                to != null ? SortKey.end(to) : before != null ? SortKey.start(before) : null);
    }

    private static @Nullable Instant instant(QueryParameters query, String name, Errors errors) {
        var text = query.get(name);
        if (text == null) {
            return null;
        }
        try {
            return Timestamp.parse(text);
        } catch (Timestamp.Refused e) {
            errors.in(name, e.detail() + (text.indexOf(' ') < 0 ? "" : " (an offset's + is written %2B)"));
            return null;
        }
    }

    /** The part of the range from a stored sort key on, or up to it, with that key. */
    TimeRange from(String sortKey, boolean newestFirst) {
        if (newestFirst) {
            return to != null && Utf8.compare(to, sortKey) < 0 ? this : new TimeRange(from, sortKey);
        }
        return from != null && Utf8.compare(from, sortKey) > 0 ? this : new TimeRange(sortKey, to);
    }

    /** Whether the range can hold no event. DynamoDB refuses such a BETWEEN. */
    boolean isEmpty() {
        return from != null && to != null && from.compareTo(to) >= 0;
    }

    /** The condition on the sort key, or null when the range has no ends. */
    @Nullable
    String condition(Map<String, String> names, Map<String, AttributeValue> values) {
        if (from != null) {
            values.put(":from", Values.text(from));
        }
        if (to != null) {
            values.put(":to", Values.text(to));
        }
        if (from == null && to == null) {
            return null;
        }
        names.put("#timestamp", Event.TIMESTAMP);
        return from == null
                ? "#timestamp <= :to"
                : to == null ? "#timestamp >= :from" : "#timestamp BETWEEN :from AND :to";
    }
}
