package basics.load;

import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Who visits: users and event names that no other run has. */
final class Visitors {
    /** Of one event name there should be more than one page, and more than one partition should be written to. */
    private static final int EVENT_NAMES = 10;
    /** The API deletes no events: DynamoDB does, once they have expired. */
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
