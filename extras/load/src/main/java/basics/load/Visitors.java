package basics.load;

import java.time.Instant;
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
        var run = "load-" + UUID.randomUUID();
        return Stream.iterate(0, number -> number + 1).map(number -> visitor(run, number)).iterator();
    }

    private static Map<String, Object> visitor(String run, int number) {
        return Map.of("email", run + "-" + number + "@example.com", "event", run + "-" + number % EVENT_NAMES,
                "expires_at", Instant.now().getEpochSecond() + EVENTS_KEPT_SECONDS, "today",
                Instant.now().toString().substring(0, "2026-11-22".length()));
    }
}
