package basics.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Numbers;
import basics.http.Errors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The expiry of events in whole epoch seconds, and DynamoDB's conditions on it. An event is gone from that second on.
 */
final class Expiry {
    static final String NAME = "#expires_at";
    static final String NOW = ":now";
    static final String IS_AHEAD = "attribute_not_exists(" + NAME + ") OR " + NAME + " > " + NOW;
    static final String IS_OVER = NAME + " <= " + NOW;

    /** The last second of the year 9999. */
    private static final long LATEST = 253_402_300_799L;
    private static final long SECONDS_A_DAY = 86_400;

    private Expiry() {}

    /** The same as {@link #IS_AHEAD}, of an item that has been read. */
    static boolean isAhead(Map<String, AttributeValue> item, Instant now) {
        var expiry = item.get(Event.EXPIRES_AT);
        return expiry == null || (expiry.n() != null
                && new BigDecimal(expiry.n()).compareTo(BigDecimal.valueOf(now.getEpochSecond())) > 0);
    }

    static AttributeValue now(Instant now) {
        return seconds(now.getEpochSecond());
    }

    private static AttributeValue seconds(long seconds) {
        return AttributeValue.fromN(Long.toString(seconds));
    }

    /**
     * Checks the expiry that a client gives. An event that has expired on arrival would vanish unnoticed. One that
     * expired more than five years ago would stay for ever, since TTL skips it ("Using time to live in DynamoDB").
     *
     * @param pointer its place in the body
     */
    static void check(@Nullable AttributeValue given, Instant now, String pointer, Errors errors) {
        var seconds = Numbers.whole(given);
        if (seconds == null || seconds.compareTo(BigDecimal.valueOf(LATEST)) > 0) {
            errors.at(pointer, "must be a whole number of seconds since 1970, from 0 to " + LATEST);
        } else if (seconds.longValueExact() <= now.getEpochSecond()) {
            errors.at(pointer, "must be later than now: the event would have expired already");
        }
    }

    /**
     * Computes the expiry of an event that came without one.
     *
     * @param days how long events are kept, 1 or more
     * @param pointer the place of its timestamp in the body
     */
    static AttributeValue of(Instant timestamp, int days, Instant now, String pointer, Errors errors) {
        var seconds = Math.min(LATEST, timestamp.getEpochSecond() + days * SECONDS_A_DAY);
        if (seconds <= now.getEpochSecond()) {
            errors.at(pointer, "must be less than " + days + " days ago: the event would have expired already."
                    + " Events without an expires_at are kept for that long");
        }
        return seconds(seconds);
    }
}
