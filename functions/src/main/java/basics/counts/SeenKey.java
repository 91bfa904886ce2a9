package basics.counts;

import java.util.List;

/**
 * Which records are kept in one set of seen records. It follows from the record alone, so a record that is delivered
 * again finds its set, in whatever company it comes.
 *
 * @param event the event's partition key, which is also that of its counts
 * @param day of the event's own time, such as {@code 2026-11-22}
 * @param bucket the ten seconds in which the stream got the record
 */
record SeenKey(String event, String day, long bucket) {
    private static final int SECONDS = 10;

    /** The item of the counters: the event's key and the day. */
    List<String> counter() {
        return List.of(event, day);
    }

    /** @param arrival in epoch seconds */
    static long bucket(long arrival) {
        return arrival / SECONDS;
    }

    /**
     * The sort key of the set. It sorts behind all days, so no query of counts reads it.
     *
     * @param part 0, or more when the sets before are full
     */
    String sortKey(int part) {
        return "seen#" + day + '#' + bucket + (part == 0 ? "" : "#" + part);
    }
}
