package basics.counts;

import java.time.Instant;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import basics.http.Errors;
import basics.http.QueryParameters;
import basics.time.FixedWidthTime;
import basics.time.Timestamp;

/**
 * Consecutive periods in UTC.
 *
 * @param first the first period, counted from 1970
 * @param end the period behind the last one
 */
record Range(Unit unit, long first, long end) {
    static final String FROM = "from";
    static final String TO = "to";
    static final String BY = "by";
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern HOUR = Pattern.compile(DAY + "[Tt][0-9]{2}");

    /** The length of a period, and how many an answer may have: those of 31 days, or of two years. */
    enum Unit {
        HOUR(3_600, 744, "2026-11-22T10".length()), DAY(86_400, 731, "2026-11-22".length());

        final int seconds;
        final int most;
        private final int textLength;

        Unit(int seconds, int most, int textLength) {
            this.seconds = seconds;
            this.most = most;
            this.textLength = textLength;
        }

        private String text(long period) {
            return FixedWidthTime.format(Instant.ofEpochSecond(period * seconds), 'T', 1).substring(0, textLength);
        }
    }

    /** Reads {@code from}, {@code to} and {@code by}: the periods that the range touches. */
    static Range parse(QueryParameters query, Errors errors) {
        var unit = query.oneOf(BY, "hour", "day").equals("day") ? Unit.DAY : Unit.HOUR;
        var from = instant(query.get(FROM), FROM, errors);
        var to = instant(query.get(TO), TO, errors);
        if (from == null || to == null || from.equals(to)) {
            return new Range(unit, 0, 0);
        }
        if (from.isAfter(to)) {
            errors.in(FROM, "must not be later than to");
            return new Range(unit, 0, 0);
        }
        // The end doesn't belong to the range. So the nanosecond before it is in the last period.
        var range = new Range(unit, Math.floorDiv(from.getEpochSecond(), unit.seconds),
                Math.floorDiv(to.minusNanos(1).getEpochSecond(), unit.seconds) + 1);
        if (range.size() > unit.most) {
            errors.in(TO, unit == Unit.HOUR
                    ? "must be earlier: a range may touch 744 hours (31 days) at most, or 731 days with by=day"
                    : "must be earlier: a range may touch 731 days at most");
        }
        return range;
    }

    private static @Nullable Instant instant(@Nullable String text, String parameter, Errors errors) {
        if (text == null) {
            errors.in(parameter, "must be given: a day such as 2026-11-22, an hour such as 2026-11-22T10,"
                    + " or an RFC 3339 timestamp");
            return null;
        }
        var whole = DAY.matcher(text).matches()
                ? text + "T00:00:00Z"
                : HOUR.matcher(text).matches() ? text + ":00:00Z" : text;
        try {
            return Timestamp.parse(whole);
        } catch (Timestamp.Refused e) {
            errors.in(parameter, e.detail()
                    + (whole.indexOf(':') < 0 ? ", a day such as 2026-11-22, or an hour such as 2026-11-22T10" : "")
                    + (text.indexOf(' ') < 0 ? "" : " (an offset's + is written %2B)"));
            return null;
        }
    }

    int size() {
        return Math.toIntExact(end - first);
    }

    /** The text of a period, such as {@code 2026-11-22T10} or {@code 2026-11-22}. */
    String period(int index) {
        return unit.text(first + index);
    }

    /** The days that hold the periods, such as {@code 2026-11-22}: the first and the last. Not for an empty range. */
    String firstDay() {
        return day(first);
    }

    String lastDay() {
        return day(end - 1);
    }

    private String day(long period) {
        return unit.text(period).substring(0, Unit.DAY.textLength);
    }
}
