package basics.acceptance.events;

import basics.acceptance.scenario.Names;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** Times of events as instants, however they are written. */
final class EventTimes {

    private EventTimes() {}

    static Instant instant(JsonNode event) {
        return Instant.parse(event.path("timestamp").textValue());
    }

    static List<Instant> instants(Names names, List<String> times) {
        return times.stream().map(names::timestamp).map(Instant::parse).toList();
    }
}
