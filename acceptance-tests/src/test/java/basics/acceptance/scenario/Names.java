package basics.acceptance.scenario;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Turns the readable names of the features into this scenario's own, so that scenarios which run at the same time, or run
 * again against the same tables, never meet: {@code ada@example.com} becomes {@code ada-3f9k2m1x@example.com}, and
 * {@code clicked button} becomes {@code clicked-3f9k2m1x button}. Each scenario has days of its own, too.
 */
public final class Names {

    /** What stands for the scenario's own day in the features; days beside it keep their distance. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    /** Far from anybody's real events, and with room for a scenario of its own on each of the days that follow. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2100, 1, 2);
    private static final int DAYS = 2_500_000;
    private static final Pattern EMAIL = Pattern.compile("(?i)(?<=[a-z0-9!#$%&'*+/=?^_`{|}~-])(@|%40)example\\.com");
    private static final Pattern EVENT = Pattern.compile("\\b(clicked|opened|sold)\\b");
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Scenarios of a run never share a day, and seldom one with another run. */
    private static final AtomicInteger NEXT_DAY = new AtomicInteger(RANDOM.nextInt(DAYS / 3));

    private final String scenario = "%08x".formatted(RANDOM.nextInt());
    private final LocalDate day = FIRST_DAY.plusDays(NEXT_DAY.getAndIncrement() % (DAYS / 3) * 3L);
    private final long expiresAt = Instant.now().plus(1, ChronoUnit.DAYS).getEpochSecond();

    /** What marks everything that this scenario makes. */
    public String scenario() {
        return scenario;
    }

    /** A text in which every email and every event name is this scenario's own. */
    public String own(String text) {
        var emails = EMAIL.matcher(text).replaceAll("-" + scenario + "$0");
        return EVENT.matcher(emails).replaceAll("$1-" + scenario);
    }

    /** The email as the service keeps it: this scenario's own, in lower case. */
    public String email(String readable) {
        return own(readable).toLowerCase(Locale.ROOT);
    }

    /** The email of one of many users. */
    public String email(int number) {
        return email("user%d@example.com".formatted(number));
    }

    /**
     * The event name, made this scenario's own.
     *
     * @throws IllegalArgumentException
     *             if the name can't be made this scenario's own
     */
    public String event(String readable) {
        var own = own(readable);
        if (own.equals(readable)) {
            throw new IllegalArgumentException("An event's name begins with clicked, opened or sold: " + readable);
        }
        return own;
    }

    public LocalDate day() {
        return day;
    }

    /** This scenario's own day for one of the features' days. */
    public LocalDate day(LocalDate readable) {
        return day.plusDays(ChronoUnit.DAYS.between(DAY, readable));
    }

    /** A time on this scenario's day, as it is sent: {@code 10:15} or {@code 10:15:30.5}, existing or not. */
    public String timestamp(String time) {
        return timestamp(day, time);
    }

    public static String timestamp(LocalDate day, String time) {
        return day + "T" + (time.length() == "10:15".length() ? time + ":00" : time) + "Z";
    }

    /** When this scenario's events may go, in epoch seconds: events can't be deleted, but they need not stay. */
    public long expiresAt() {
        return expiresAt;
    }
}
