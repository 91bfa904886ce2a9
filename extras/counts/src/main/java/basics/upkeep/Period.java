package basics.upkeep;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

import basics.time.Timestamp;

/**
 * Whole hours in UTC.
 *
 * @param to is not in it
 */
record Period(Instant from, Instant to) {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern HOUR = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T([01]\\d|2[0-3])");
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
        var hour = HOUR.matcher(text);
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text).atStartOfDay().toInstant(java.time.ZoneOffset.UTC);
            }
            if (hour.matches()) {
                return LocalDate.parse(hour.group(1)).atTime(Integer.parseInt(hour.group(2)), 0)
                        .toInstant(java.time.ZoneOffset.UTC);
            }
        } catch (DateTimeException _) {
            // No such day. It is refused below.
        }
        throw new Refusal("-D%s=%s is no day such as 2026-11-22, and no hour such as 2026-11-22T10 (UTC)."
                .formatted(option, text));
    }

    /** Sorts before the sort keys of all its events. */
    String start() {
        return Timestamp.stored(from);
    }

    /** Sorts behind the sort keys of all its events, and before those of all later ones. */
    String end() {
        return Timestamp.stored(to);
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
