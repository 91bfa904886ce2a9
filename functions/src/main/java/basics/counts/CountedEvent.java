package basics.counts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import basics.events.Shards;
import basics.time.Timestamp;
import basics.values.Sha256;
import software.amazon.awssdk.core.SdkBytes;

/**
 * An event that a record of the stream adds to the counts.
 *
 * @param seen where its record is kept as seen
 * @param record the id of the record, shortened to 64 bits: among the 2,000 of a set, two are the same with a
 *            probability of 1E-13
 * @param hour of its own time, 0 to 23: a late event counts in its own hour
 */
record CountedEvent(SeenKey seen, SdkBytes record, int hour) {
    static final String EVENT = "event";
    static final String TIMESTAMP = "timestamp";
    static final String EXPIRES_AT = "expires_at";
    /** The last second of the year 9999. No stream has a later record. */
    static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_799L);

    private static final int HOUR = "2026-11-22T".length();
    private static final int DIGEST = 8;
    /**
     * How many seconds a function's clock may be ahead of the stream's. By the function's clock an event has expired
     * when it is recorded anew.
     */
    private static final long CLOCKS = 60;

    /** A record can't be counted. The message says why, without any text of a user. */
    static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1L;

        NotUnderstood(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** The event of a record, or null when the record adds none. */
    static @Nullable CountedEvent of(StreamRecord record) throws NotUnderstood {
        var event = required(record.event(), "it has no text event in its key");
        if (event.equals(Shards.RECORD) || !isRecording(record)) {
            return null;
        }
        var instant = instant(required(record.timestamp(), "it has no text timestamp in its key"));
        return new CountedEvent(
                new SeenKey(event, Timestamp.date(instant), SeenKey.bucket(arrival(record))),
                SdkBytes.fromByteArrayUnsafe(
                        Sha256.first(DIGEST, required(record.id(), "it has no eventID").getBytes(UTF_8))),
                Integer.parseInt(instant.substring(HOUR, HOUR + 2)));
    }

    /**
     * Whether the record tells of an event that was recorded. The service overwrites only an expired event that TTL has
     * not removed yet. Any other change was made by hand and leaves the event the same one. A removal changes no
     * history.
     */
    private static boolean isRecording(StreamRecord record) throws NotUnderstood {
        return switch (required(record.type(), "it has no eventName")) {
            case "INSERT" -> true;
            case "REMOVE" -> false;
            case "MODIFY" -> {
                if (!record.hasOldImage()) {
                    throw new NotUnderstood("it has no OldImage: the stream's view type must be OLD_IMAGE");
                }
                var expiredAt = record.expiredAt();
                yield expiredAt != null && expiredAt.compareTo(BigDecimal.valueOf(arrival(record) + CLOCKS)) <= 0;
            }
            default -> throw new NotUnderstood("its eventName is none of INSERT, MODIFY and REMOVE");
        };
    }

    /** The instant of a sort key, in the stored form. */
    private static String instant(String sortKey) throws NotUnderstood {
        var end = sortKey.indexOf('#');
        var instant = end < 0 ? "" : sortKey.substring(0, end);
        try {
            if (Timestamp.stored(Timestamp.parse(instant)).equals(instant)) {
                return instant;
            }
        } catch (Timestamp.Refused _) {
            // The same as an instant in another form.
        }
        throw new NotUnderstood("its sort key is not that of an event");
    }

    private static long arrival(StreamRecord record) throws NotUnderstood {
        return required(record.arrival(), "it has no ApproximateCreationDateTime");
    }

    private static <T> T required(@Nullable T value, String reason) throws NotUnderstood {
        if (value == null) {
            throw new NotUnderstood(reason);
        }
        return value;
    }
}
