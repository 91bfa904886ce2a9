package basics.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The forms of a timestamp: as clients write it (RFC 3339, 5.6), as stored, and as shown. */
public final class Timestamp {
    private static final Pattern RFC_3339 = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):"
            + "([0-9]{2})(?:\\.([0-9]+))?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int NANO_DIGITS = 9;
    private static final int DATE_LENGTH = "2026-11-22".length();
    private static final int LENGTH = "2026-11-22T10:15:30.123456789Z".length();
    private static final int SECONDS = "2026-11-22T10:15:30".length();

    /** A text is not a timestamp. The message tells the client why. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String detail) {
            super(detail, null, false, false);
        }

        public String detail() {
            return String.valueOf(getMessage());
        }
    }

    private Timestamp() {}

    /** Reads an instant of the years 0000 to 9999. */
    public static Instant parse(String text) throws Refused {
        var parts = RFC_3339.matcher(text);
        if (!parts.matches()) {
            throw new Refused("must be an RFC 3339 timestamp such as 2026-11-22T10:15:30.123Z");
        }
        var fraction = parts.group(5) == null ? "" : parts.group(5);
        if (fraction.chars().skip(NANO_DIGITS).anyMatch(digit -> digit != '0')) {
            throw new Refused(
                    "must have at most 9 decimal places of a second, besides zeros at the end: nanoseconds are stored");
        }
        if (parts.group(4).equals("60")) {
            throw new Refused(
                    "must not be a leap second: computers' UTC has none; use second 59, or 0 of the next minute");
        }
        var date = parseDate(parts.group(1));
        if (date == null) {
            throw new Refused("must be a date that exists");
        }
        try {
            var nanos = Integer.parseInt((fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
            var instant = LocalDateTime.of(date.getYear(), date.getMonth(), date.getDayOfMonth(), number(parts, 2),
                    number(parts, 3), number(parts, 4), nanos).toInstant(ZoneOffset.UTC).minusSeconds(offset(parts));
            var year = instant.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 0 && year <= 9999) {
                return instant;
            }
            throw new Refused("must be within the years 0000 to 9999 in UTC");
        } catch (DateTimeException e) {
            throw new Refused("must be a time that exists");
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static int offset(Matcher parts) throws Refused {
        if (parts.group(6) == null) {
            return 0;
        }
        var hours = number(parts, 7);
        var minutes = number(parts, 8);
        if (hours > 23 || minutes > 59) {
            throw new Refused("must have an offset from -23:59 to +23:59");
        }
        return (hours * 60 + minutes) * (parts.group(6).equals("-") ? -60 : 60);
    }

    /** A day such as 2026-11-22, or null for anything else. */
    public static @Nullable LocalDate parseDate(String text) {
        if (!DATE.matcher(text).matches()) {
            return null;
        }
        try {
            return LocalDate.of(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(5, 7)),
                    Integer.parseInt(text.substring(8)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Text of fixed width, so that the texts sort by time. */
    public static String stored(Instant instant) {
        return FixedWidthTime.format(instant, 'T', 9) + 'Z';
    }

    public static String date(String stored) {
        return stored.substring(0, DATE_LENGTH);
    }

    /** The form of {@link Instant#toString}: with 0, 3, 6 or 9 digits of the second's fraction. */
    public static String shown(String stored) {
        var end = LENGTH - 1;
        while (end > SECONDS + 1 && stored.startsWith("000", end - 3)) {
            end -= 3;
        }
        return stored.substring(0, end == SECONDS + 1 ? SECONDS : end) + 'Z';
    }
}
