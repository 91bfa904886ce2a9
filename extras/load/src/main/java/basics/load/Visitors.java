package basics.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Users and event names that are unique to this run. */
final class Visitors {
    /** Few enough that an event name has more than one page, and enough that writes go to more than one partition. */
    private static final int EVENT_NAMES = 10;
    /** The API can't delete events, but DynamoDB deletes them after they expire. */
    private static final int EVENTS_KEPT_SECONDS = 3600;

    private Visitors() {}

    static Iterator<Map<String, Object>> ofThisRun() {
        return of(EVENT_NAMES, newRun());
    }

    /** All with one event name. */
    static Iterator<Map<String, Object>> of(String event) {
        return Stream.iterate(0, number -> number + 1).map(number -> visitor(event, number, event)).iterator();
    }

    /** A name that no other run has. */
    static String newRun() {
        return "load-" + UUID.randomUUID();
    }

    private static Iterator<Map<String, Object>> of(int eventNames, String run) {
        return Stream.iterate(0, number -> number + 1)
                .map(number -> visitor(run, number, run + "-" + number % eventNames)).iterator();
    }

    private static Map<String, Object> visitor(String run, int number, String event) {
        return Map.of("email", run + "-" + number + "@example.com", "event", event, "expires_at",
                Instant.now().getEpochSecond() + EVENTS_KEPT_SECONDS, "today", day(0), "tomorrow", day(1));
    }

    /** The UTC day some days after today. */
    static String day(int later) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(later).toString();
    }
}
