package basics.upkeep;

/**
 * An hour in UTC.
 *
 * @param day such as {@code 2026-11-22}
 * @param hour 0 to 23
 */
record Hour(String day, int hour) implements Comparable<Hour> {
    private static final int DAY = "2026-11-22".length();
    private static final int HOUR = "2026-11-22T".length();

    /** The hour of an event, by its sort key. */
    static Hour of(String sortKey) {
        return new Hour(sortKey.substring(0, DAY), Integer.parseInt(sortKey, HOUR, HOUR + 2, 10));
    }

    /** The first instant, as the start of a sort key. */
    String start() {
        return this + ":00:00.000000000Z";
    }

    @Override
    public int compareTo(Hour other) {
        return toString().compareTo(other.toString());
    }

    /** As a client sees it: {@code 2026-11-22T10}. */
    @Override
    public String toString() {
        return "%sT%02d".formatted(day, hour);
    }
}
