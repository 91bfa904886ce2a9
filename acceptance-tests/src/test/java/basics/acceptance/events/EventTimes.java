package basics.acceptance.events;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import basics.acceptance.scenario.Names;

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
