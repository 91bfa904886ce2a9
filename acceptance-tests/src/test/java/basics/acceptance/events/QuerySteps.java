package basics.acceptance.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.assertj.core.groups.Tuple;

import com.fasterxml.jackson.databind.JsonNode;

import basics.acceptance.api.Request;
import basics.acceptance.scenario.Names;
import basics.acceptance.scenario.Scene;
import basics.acceptance.scenario.Urls;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Asking for the events of a name, or of a day. */
public final class QuerySteps {

    private final Scene scene;
    private final KnownEvents known;
    private final Names names;

    public QuerySteps(Scene scene, KnownEvents known) {
        this.scene = scene;
        this.known = known;
        this.names = scene.names();
    }

    @When("{person} asks for the events {event}")
    public void asksFor(String person, String event) {
        scene.firstPage(KnownEvents.path(event));
    }

    @When("{person} asks for the events {event} {selection}")
    public void asksForSelected(String person, String event, Selection selection) {
        scene.firstPage(selection.on(KnownEvents.path(event)));
    }

    @When("{person} asks for the latest event {event}")
    public void asksForTheLatest(String person, String event) {
        asksForTheLatestOf(person, event, Selection.all());
    }

    @When("{person} asks for the latest event {event} {selection}")
    public void asksForTheLatestOf(String person, String event, Selection selection) {
        scene.firstPage(selection.and("order=desc").limit(1).on(KnownEvents.path(event)));
    }

    @When("{person} asks for events of any name {selection}")
    public void asksForAnyName(String person, Selection selection) {
        scene.firstPage(selection.on("/events"));
    }

    @When("{person} asks for the events of {day}")
    public void asksForTheDay(String person, LocalDate day) {
        asksForTheDaySelected(person, day, Selection.all());
    }

    @When("{person} asks for the events of {day} {selection}")
    public void asksForTheDaySelected(String person, LocalDate day, Selection selection) {
        waitForIndex(day);
        scene.firstPage(selection.and("date=" + day).on("/events"));
    }

    @When("{person} asks for the events of {day} until they are there")
    public void asksForTheDayUntilTheyAreThere(String person, LocalDate day) {
        asksForTheDay(person, day);
    }

    @When("{person} asks for the latest event of {day}")
    public void asksForTheLatestOfTheDay(String person, LocalDate day) {
        asksForTheDaySelected(person, day, Selection.all().and("order=desc").limit(1));
    }

    @When("{person} asks what the customer {email} did")
    public void asksWhatTheCustomerDid(String person, String email) {
        scene.firstPage("/events?customer=" + Urls.encoded(email));
    }

    @When("{person} reads all pages of the events {event} {int} at a time")
    public void readsAllPages(String person, String event, int limit) {
        readsAllPagesSelected(person, event, Selection.all(), limit);
    }

    @When("{person} reads all pages of the events {event} {selection} {int} at a time")
    public void readsAllPagesSelected(String person, String event, Selection selection, int limit) {
        scene.firstPage(selection.limit(limit).on(KnownEvents.path(event)));
        scene.remainingPages();
    }

    @When("{person} reads all pages of the events of {day} {int} at a time")
    public void readsAllPagesOfTheDay(String person, LocalDate day, int limit) {
        waitForIndex(day);
        scene.firstPage(Selection.all().limit(limit).and("date=" + day).on("/events"));
        scene.remainingPages();
    }

    @Given("{person} has read the first page of {int} of the events {event}")
    public void hasReadTheFirstPage(String person, int limit, String event) {
        scene.firstPage(Selection.all().limit(limit).on(KnownEvents.path(event)));
    }

    @Given("{person} has read the first page of {int} of the events {event} {selection}")
    public void hasReadTheFirstPageSelected(String person, int limit, String event, Selection selection) {
        scene.firstPage(selection.limit(limit).on(KnownEvents.path(event)));
    }

    @When("{person} reads the remaining pages")
    public void readsTheRemainingPages(String person) {
        scene.remainingPages();
    }

    @Then("the event at {times} is shown")
    public void isShown(List<String> time) {
        areShownInThisOrder(time);
    }

    @Then("the events at {times} are shown in this order")
    public void areShownInThisOrder(List<String> times) {
        assertThat(shown()).extracting(EventTimes::instant)
                .containsExactlyElementsOf(EventTimes.instants(names, times));
    }

    @Then("these events are shown in this order:")
    public void theseAreShownInThisOrder(List<Map<String, String>> lines) {
        assertThat(shown()).extracting(event -> event.path("event").textValue(), EventTimes::instant)
                .containsExactlyElementsOf(lines.stream()
                        .map(line -> Tuple.tuple(names.event(RecordingSteps.cell(line, "event")),
                                EventTimes.instants(names, List.of(RecordingSteps.cell(line, "time"))).getFirst()))
                        .toList());
    }

    private List<JsonNode> shown() {
        assertThat(scene.answer().succeeded()).as(scene.last().told()).isTrue();
        return scene.items();
    }

    /** The contract: the index of days follows the table within a moment, and shows nothing that has expired. */
    private void waitForIndex(LocalDate day) {
        var expected = known.all().stream()
                .filter(event -> event.path("date").asText().equals(day.toString()))
                .filter(event -> event.path("expires_at").asLong() > Instant.now().getEpochSecond()).count();
        scene.api().eventually("the events of " + day + " in their index",
                () -> scene.api().prepare(Request.get("/events?limit=1000&date=" + day)).response().json()
                        .path("count").intValue(),
                count -> count >= expected);
    }
}
