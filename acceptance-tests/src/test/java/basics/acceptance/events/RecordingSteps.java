package basics.acceptance.events;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.acceptance.api.Json;
import basics.acceptance.api.Request;
import basics.acceptance.scenario.Attributes;
import basics.acceptance.scenario.Names;
import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** Recording events, one or many. */
public final class RecordingSteps {

    private final Scene scene;
    private final Names names;

    public RecordingSteps(Scene scene) {
        this.scene = scene;
        this.names = scene.names();
    }

    @Given("{event} happened at {times}( meanwhile)")
    public void happened(String event, List<String> times) {
        scene.api().prepareAll(times.stream().map(time -> recording(at(event, time))).toList());
    }

    @Given("{event} happened at {times} as {string}")
    public void happenedAs(String event, List<String> times, String id) {
        scene.api().prepare(recording(at(event, times.getFirst()).put("id", id)));
    }

    @Given("{event} happened at {times} as {string} with:")
    public void happenedWith(String event, List<String> times, String id, Map<String, String> details) {
        scene.api().prepare(recording(with(at(event, times.getFirst()).put("id", id), details)));
    }

    @Given("{event} happened in Tulsa on {day} at {times}, {int} hours behind UTC")
    public void happenedInTulsa(String event, LocalDate day, List<String> times, int hours) {
        var local = Names.timestamp(day, times.getFirst()).replace("Z", "-%02d:00".formatted(hours));
        scene.api().prepare(recording(named(event).put("timestamp", local)));
    }

    @Given("{int} events {event} of {int} KB each, one a second from 10:00")
    public void eventsOfKilobytes(int count, String event, int kilobytes) {
        scene.api().prepare(batch(many(event, 0, count).stream().map(one -> notes(one, kilobytes)).toList()));
    }

    @Given("these events:")
    public void theseEvents(List<Map<String, String>> events) {
        scene.api().prepareAll(events.stream().map(this::event).map(RecordingSteps::recording).toList());
    }

    @Given("{int} events {event} were recorded")
    public void eventsWereRecorded(int count, String event) {
        var half = count / 2;
        scene.api().prepare(batch(many(event, 0, half)));
        scene.api().prepare(batch(many(event, half, count)));
    }

    @When("{person} records {event}")
    public void records(String person, String event) {
        scene.send(recording(named(event)));
    }

    @When("{person} records {event} at {times}")
    public void recordsAt(String person, String event, List<String> times) {
        scene.send(recording(at(event, times.getFirst())));
    }

    @When("{person} records {event} at {times} with {int} KB of notes")
    public void recordsWithNotes(String person, String event, List<String> times, int kilobytes) {
        scene.send(recording(notes(at(event, times.getFirst()), kilobytes)));
    }

    @When("{person} records {event} at {times} with:")
    public void recordsWith(String person, String event, List<String> times, Map<String, String> details) {
        scene.send(recording(with(at(event, times.getFirst()), details)));
    }

    @When("{person} records {event} at {times} as {string}")
    public void recordsAs(String person, String event, List<String> times, String id) {
        scene.send(recording(at(event, times.getFirst()).put("id", id)));
    }

    @When("{person} records {event} at {times} as {string} with:")
    public void recordsAsWith(String person, String event, List<String> times, String id, Map<String, String> details) {
        scene.send(recording(with(at(event, times.getFirst()).put("id", id), details)));
    }

    @When("{person} records {event} at {times} as {string} from {int} devices at the same moment")
    public void recordsFromDevices(String person, String event, List<String> times, String id, int devices) {
        scene.sendTogether(
                Collections.nCopies(devices, recording(at(event, times.getFirst()).put("id", id))));
    }

    @When("{person} records an event with the name {string}")
    public void recordsTheName(String person, String name) {
        scene.send(recording(named(name)));
    }

    @When("{person} records an event with the time {string}")
    public void recordsTheTime(String person, String time) {
        scene.send(recording(named(names.event("clicked")).put("timestamp", time)));
    }

    @When("{person} records these events in one go:")
    public void recordsInOneGo(String person, List<Map<String, String>> events) {
        scene.send(batch(events.stream().map(this::event).toList()));
    }

    @When("{person} records {int} events {event} in one go")
    public void recordsManyInOneGo(String person, int count, String event) {
        scene.send(batch(many(event, 0, count)));
    }

    @Given("{person} could record {event}")
    public void couldRecord(String person, String event) {
        scene.sendWell(recording(named(event)));
    }

    @Given("{person} was sent away when she/he/it recorded {event} at {times} as {string}")
    public void wasSentAway(String person, String event, List<String> times, String id) {
        scene.sendInVain(recording(at(event, times.getFirst()).put("id", id)));
    }

    @Given("{person} was sent away when she/he/it recorded these events in one go:")
    public void wasSentAwayWithThese(String person, List<Map<String, String>> events) {
        scene.sendInVain(batch(events.stream().map(this::event).toList()));
    }

    @Given("{person} was refused when she/he/it recorded these events in one go:")
    public void wasRefusedWithThese(String person, List<Map<String, String>> events) {
        wasSentAwayWithThese(person, events);
    }

    @Given("{person} has recorded these events in one go:")
    public void hasRecordedInOneGo(String person, List<Map<String, String>> events) {
        scene.sendWell(batch(events.stream().map(this::event).toList()));
    }

    @When("{person} records the same events in one go")
    public void recordsTheSameInOneGo(String person) {
        var before = scene.last().request();
        scene.send(Request.of(before.method(), before.path()).withJson(before.body()));
    }

    @When("{person} records the events {int} to {int} and {int} to {int} of {event} in two batches at the same moment")
    public void recordsOverlappingBatches(String person, int first, int last, int otherFirst, int otherLast,
            String event) {
        scene.sendTogether(List.of(batch(numbered(event, first, last)), batch(numbered(event, otherFirst, otherLast))));
    }

    private List<ObjectNode> numbered(String event, int first, int last) {
        return many(event, first, last + 1).stream()
                .map(one -> one.put("id", one.path("timestamp").textValue())).toList();
    }

    private List<ObjectNode> many(String event, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> at(event, "10:%02d:%02d".formatted(number / 60, number % 60))).toList();
    }

    /** A line of a table: event and time, and as it may be day, id, when it expires, places, and details. */
    private ObjectNode event(Map<String, String> line) {
        var event = named(names.event(cell(line, "event")));
        var day = line.containsKey("day") ? names.day(LocalDate.parse(cell(line, "day"))) : names.day();
        event.put("timestamp", Names.timestamp(day, cell(line, "time")));
        line.forEach((column, cell) -> {
            if (column.equals("expires")) {
                event.put("expires_at", cell.equals("yesterday") ? ExpirySteps.yesterday() : names.expiresAt());
            } else if (!List.of("day", "event", "time", "places").contains(column)) {
                event.put(column, cell);
            }
        });
        return event;
    }

    static String cell(Map<String, String> line, String column) {
        return Objects.requireNonNull(line.get(column), "The events have no " + column);
    }

    private ObjectNode at(String event, String time) {
        return named(event).put("timestamp", names.timestamp(time));
    }

    private ObjectNode named(String event) {
        return Json.object().put("event", event).put("expires_at", names.expiresAt());
    }

    private static ObjectNode notes(ObjectNode event, int kilobytes) {
        return event.put("notes", "x".repeat(kilobytes * 1024));
    }

    private static ObjectNode with(ObjectNode event, Map<String, String> details) {
        event.setAll(Attributes.of(details));
        return event;
    }

    /** To record an event that happens now. */
    Request recording(String name, String id) {
        return recording(named(name).put("id", id));
    }

    private static Request recording(ObjectNode event) {
        return Request.post("/events", event);
    }

    private static Request batch(List<ObjectNode> events) {
        var body = Json.object();
        body.putArray("events").addAll(events);
        return Request.post("/event-batches", body);
    }
}
