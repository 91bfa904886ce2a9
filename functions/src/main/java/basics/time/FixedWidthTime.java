package basics.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Formats instants of the years 0000 to 9999 as UTC text of fixed width, so that the texts sort by time. It avoids the
 * formatters of {@code java.time}, which add some 20 ms to a cold start.
 */
public final class FixedWidthTime {
    private FixedWidthTime() {}

    /**
     * The text of an instant.
     *
     * @param separator between date and time
     * @param digits of the second's fraction, 1 to 9; further digits are cut off
     */
    public static String format(Instant instant, char separator, int digits) {
        var time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        var text = new StringBuilder(32);
        pad(text, time.getYear(), 4).append('-');
        pad(text, time.getMonthValue(), 2).append('-');
        pad(text, time.getDayOfMonth(), 2).append(separator);
        pad(text, time.getHour(), 2).append(':');
        pad(text, time.getMinute(), 2).append(':');
        pad(text, time.getSecond(), 2).append('.');
        pad(text, time.getNano(), 9).setLength(text.length() - 9 + digits);
        return text.toString();
    }

    private static StringBuilder pad(StringBuilder text, int value, int width) {
        var number = Integer.toString(value);
        return text.repeat('0', width - number.length()).append(number);
    }
}
