package basics.acceptance.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.acceptance.api.FaultOrder;
import basics.acceptance.api.Json;
import basics.acceptance.api.Request;
import basics.acceptance.api.Response;
import basics.acceptance.scenario.Names;
import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Events that expire while a scenario looks on, or that have expired before they come in. */
public final class ExpirySteps {

    /** Long enough to be recorded, and short enough to be waited for. */
    private static final int SOON = 3;

    private final Scene scene;
    private final Names names;
    private final FaultOrder faults;
    private @Nullable JsonNode expiring;

    public ExpirySteps(Scene scene, FaultOrder faults) {
        this.scene = scene;
        this.faults = faults;
        this.names = scene.names();
    }

    /** Functions have another environment variable then than the environment under test gives them. */
    @Given("events are kept for {int} day(s)")
    public void eventsAreKeptFor(int days) {
        faults.order(order -> order.withObject("/variables").put("EVENT_RETENTION_DAYS", Integer.toString(days)));
    }

    @Given("{event} happened at {times} and expires in {int} seconds")
    public void expiresIn(String event, List<String> times, int seconds) {
        record(at(event, times), seconds);
    }

    @Given("{event} happened at {times} and has expired")
    public void hasExpired(String event, List<String> times) {
        record(at(event, times), SOON);
        waits("Nobody");
    }

    @Given("{event} happened at {times} as {string} and has expired")
    public void hasExpiredAs(String event, List<String> times, String id) {
        record(at(event, times).put("id", id), SOON);
        waits("Nobody");
    }

    /** A function that has to start first may come to it when the event would have expired: it refuses that. */
    private void record(ObjectNode event, int seconds) {
        expiring = scene.api().eventually("an event that expires soon", () -> scene.api().send(Request.post("/events",
                event.put("expires_at", Instant.now().plusSeconds(seconds).getEpochSecond()))).response(),
                Response::succeeded).json();
    }

    @When("{person} waits until it has expired")
    public void waits(String person) {
        var event = Objects.requireNonNull(expiring, "No event of this scenario expires");
        var path = KnownEvents.path(event.path("event").textValue()) + "?limit=1000";
        scene.api().eventually("the end of " + event,
                () -> scene.api().prepare(Request.get(path)).response().json().path("items"),
                items -> !items.findValues("id").contains(event.path("id")));
    }

    @When("{person} records {event} at {times} that expired yesterday")
    public void recordsExpired(String person, String event, List<String> times) {
        scene.send(Request.post("/events", at(event, times).put("expires_at", yesterday())));
    }

    @When("{person} records {event} just now, to be kept as long as usual")
    public void recordsForAsLongAsUsual(String person, String event) {
        scene.send(Request.post("/events", Json.object().put("event", event)));
    }

    @When("{person} records {event} {int} days late, to be kept as long as usual")
    public void recordsLate(String person, String event, int days) {
        scene.send(Request.post("/events", late(event, days)));
    }

    @When("{person} records {event} {int} days late, to be kept until tomorrow")
    public void recordsLateUntilTomorrow(String person, String event, int days) {
        scene.send(Request.post("/events", late(event, days).put("expires_at", names.expiresAt())));
    }

    private static ObjectNode late(String event, int days) {
        return Json.object().put("event", event).put("timestamp",
                Instant.now().minus(days, ChronoUnit.DAYS).toString());
    }

    @Then("it expires {int} day(s) after its time")
    public void expiresAfter(int days) {
        var event = scene.answer().json();
        assertThat(Duration.between(EventTimes.instant(event).truncatedTo(ChronoUnit.SECONDS),
                Instant.ofEpochSecond(event.path("expires_at").longValue()))).isEqualTo(Duration.ofDays(days));
    }

    static long yesterday() {
        return Instant.now().minus(1, ChronoUnit.DAYS).getEpochSecond();
    }

    private ObjectNode at(String event, List<String> times) {
        return Json.object().put("event", event).put("timestamp", names.timestamp(times.getFirst()));
    }
}
