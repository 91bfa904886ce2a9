package basics.counts;

import basics.testing.Tables;

/** Calls the functions of counts on new tables. */
final class CountCalls {
    private CountCalls() {}

    /** Creates a table of counts. */
    static String countsTable(Tables tables) {
        return tables.make("event", "day");
    }
}
