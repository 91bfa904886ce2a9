package basics.acceptance.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import basics.acceptance.api.Json;
import basics.acceptance.api.Request;
import basics.acceptance.scenario.Attributes;
import basics.acceptance.scenario.Names;
import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.Then;

/** What is kept of events after they were recorded. */
public final class KeptEventSteps {

    /** How far the clocks of the service and of this test may be apart. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private final Scene scene;
    private final Names names;

    public KeptEventSteps(Scene scene) {
        this.scene = scene;
        this.names = scene.names();
    }

    @Then("{event} is kept at {times}")
    public void isKeptAt(String event, List<String> times) {
        assertThat(kept(event)).extracting(EventTimes::instant)
                .containsExactlyElementsOf(EventTimes.instants(names, times));
    }

    @Then("{event} is kept once")
    public void isKeptOnce(String event) {
        isKeptTimes(event, 1);
    }

    @Then("{event} is kept {int} times")
    public void isKeptTimes(String event, int count) {
        assertThat(kept(event)).hasSize(count);
    }

    @Then("{event} is kept as {string}, {string}")
    public void isKeptAs(String event, String one, String other) {
        assertThat(kept(event)).extracting(item -> item.path("id").textValue()).containsExactlyInAnyOrder(one, other);
    }

    @Then("the event's day is the day of its time")
    public void theDayOfItsTime() {
        assertThat(LocalDate.parse(shown().path("date").textValue())).isEqualTo(names.day());
    }

    @Then("the event's day is {string}")
    public void theDayIs(String day) {
        assertThat(shown().path("date").textValue()).isEqualTo(day);
    }

    @Then("the event has the time of now")
    public void theTimeOfNow() {
        assertThat(EventTimes.instant(shown())).isBetween(Instant.now().minus(CLOCKS), Instant.now().plus(CLOCKS));
    }

    @Then("the event has an id of its own")
    public void anIdOfItsOwn() {
        assertThat(shown().path("id").textValue()).isNotBlank();
    }

    @Then("the event is shown with:")
    public void isShownWith(Map<String, String> details) {
        assertThat(scene.answer().succeeded()).as(scene.last().told()).isTrue();
        details.forEach((path, text) -> assertThat(Json.same(Attributes.part(shown(), path), Attributes.value(text)))
                .as("%s is %s in %s", path, text, shown()).isTrue());
    }

    @Then("the event is kept as shown")
    public void isKeptAsShown() {
        assertThat(kept(shown().path("event").textValue())).contains(shown());
    }

    @Then("the event recorded before is shown")
    public void theEventOfBeforeIsShown() {
        assertThat(shown()).isEqualTo(scene.api().created().json());
    }

    @Then("all {int} events are recorded")
    public void allAreRecorded(int count) {
        assertThat(scene.answer().succeeded()).as(scene.last().told()).isTrue();
        assertThat(shown().path("recorded").intValue()).isEqualTo(count);
    }

    @Then("no events are shown")
    public void noEventsAreShown() {
        assertThat(scene.answer().succeeded()).as(scene.last().told()).isTrue();
        assertThat(scene.items()).isEmpty();
    }

    private JsonNode shown() {
        return scene.answer().json();
    }

    private List<JsonNode> kept(String event) {
        var items = new ArrayList<JsonNode>();
        scene.api().prepare(Request.get(KnownEvents.path(event) + "?limit=1000")).response().json().path("items")
                .forEach(items::add);
        return items;
    }
}
