package basics.upkeep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

import basics.time.Timestamp;

/**
 * Whole hours in UTC.
 *
 * @param to is not in it
 */
record Period(Instant from, Instant to) {
    private static final int DAY_LENGTH = "2026-11-22".length();

    /**
     * @param from a day such as {@code 2026-11-22}, or an hour such as {@code 2026-11-22T10}
     * @throws Refusal if one isn't, or {@code to} isn't later
     */
    static Period of(String from, String to) {
        var period = new Period(instant("from", from), instant("to", to));
        if (!period.from.isBefore(period.to)) {
            throw new Refusal("-Dto=%s is not in the period, so it must be later than -Dfrom=%s.".formatted(to, from));
        }
        return period;
    }

    private static Instant instant(String option, String text) {
        try {
            return Timestamp.parse(text + (text.length() == DAY_LENGTH ? "T00:00:00Z" : ":00:00Z"));
        } catch (Timestamp.Refused _) {
            throw new Refusal("-D%s=%s is no day such as 2026-11-22, and no hour such as 2026-11-22T10 (UTC)."
                    .formatted(option, text));
        }
    }

    /** Sorts before the sort keys of all its events. */
    String start() {
        return Timestamp.stored(from);
    }

    /** Sorts behind the sort keys of all its events, and before those of all later ones. */
    String end() {
        return Timestamp.stored(to);
    }

    /** The days that have an hour in it. */
    Stream<String> days() {
        return LocalDate.parse(firstDay()).datesUntil(LocalDate.parse(lastDay()).plusDays(1)).map(LocalDate::toString);
    }

    String firstDay() {
        return start().substring(0, DAY_LENGTH);
    }

    /** The last day that has an hour in it. */
    String lastDay() {
        return Timestamp.stored(to.minus(1, ChronoUnit.HOURS)).substring(0, DAY_LENGTH);
    }

    boolean contains(Hour hour) {
        var start = hour.start();
        return start.compareTo(start()) >= 0 && start.compareTo(end()) < 0;
    }
}
