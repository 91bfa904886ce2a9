package basics.events;

import java.time.Instant;

import basics.time.Timestamp;

/**
 * The sort key of an event: {@code <instant>#<id>}. Events of one instant have different keys, and the keys sort by
 * time. Clients never see it.
 *
 * @param instant in the stored form, of fixed width
 */
record SortKey(String instant, String id) {
    private static final char SEPARATOR = '#';
    /**
     * The character after the separator. An instant with it sorts after all keys of this instant, and before all keys
     * of the next.
     */
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

    /** Sorts before all keys of the instant, and after all keys of earlier ones. */
    static String start(Instant instant) {
        return Timestamp.stored(instant);
    }

    /** Sorts after all keys of the instant, and before all keys of later ones. */
    static String end(Instant instant) {
        return Timestamp.stored(instant) + BEHIND;
    }
}
