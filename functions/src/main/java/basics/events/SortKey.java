package basics.events;

import java.time.Instant;

import basics.time.Timestamp;

/**
 * The sort key of an event: {@code <instant>#<id>}, so that two events of one instant differ and the order of the keys
 * is the order of time. Clients never see it.
 *
 * @param instant as stored, of one width
 */
record SortKey(String instant, String id) {
    private static final char SEPARATOR = '#';
    /** The character behind the separator: greater than every key of an instant, less than any of the next one. */
    private static final char BEHIND = SEPARATOR + 1;

    static SortKey of(Instant instant, String id) {
        return new SortKey(Timestamp.stored(instant), id);
    }

    static SortKey parse(String stored) {
        var separator = stored.indexOf(SEPARATOR);
        return new SortKey(stored.substring(0, separator), stored.substring(separator + 1));
    }

    String stored() {
        return instant + SEPARATOR + id;
    }

    /** Before all keys of the instant, and after all of the one before. */
    static String start(Instant instant) {
        return Timestamp.stored(instant);
    }

    /** After all keys of the instant, and before all of the next one. */
    static String end(Instant instant) {
        return Timestamp.stored(instant) + BEHIND;
    }
}
