package basics.acceptance.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

import basics.acceptance.api.Api;
import basics.acceptance.api.Request;
import basics.acceptance.api.Response;
import basics.acceptance.scenario.Names;
import basics.acceptance.scenario.Scene;
import basics.acceptance.scenario.Urls;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** How often something happened. Counts follow what is recorded within a moment, for which these steps wait. */
public final class CountSteps {

    /** A count takes a second or two: asking more often than that only keeps others waiting. */
    private static final Duration PAUSE = Duration.ofMillis(200);
    /** Whatever is recorded meanwhile is counted in turn, and functions may have to start several times for it. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Scene scene;
    private final Names names;

    public CountSteps(Scene scene) {
        this.scene = scene;
        this.names = scene.names();
    }

    @When("{person} counts {event} by {word} from {moment} to {moment}")
    public void counts(String person, String event, String period, String from, String to) {
        scene.send(question(event, period, from, to));
    }

    @Then("these counts are shown within a moment:")
    public void theseAreShown(List<Map<String, String>> lines) {
        var expected = lines.stream().map(this::count).toList();
        var question = scene.last().request();
        assertThat(CountSteps.counts(scene.answer())).as(scene.last().told()).hasSameSizeAs(expected);
        eventually("the counts " + expected, question, expected::equals);
    }

    @Then("no counts are shown")
    public void noneAreShown() {
        assertThat(counts(scene.answer())).isEmpty();
    }

    @Then("{int} counts are shown, one for each {word}")
    public void oneForEach(int number, String period) {
        assertThat(counts(scene.answer())).hasSize(number).doesNotHaveDuplicates().isSorted();
    }

    @Given("{event} has been counted once")
    public void hasBeenCountedOnce(String event) {
        hasBeenCounted(event, 1);
    }

    /** On the scenario's day. */
    @Given("{event} has been counted {int} times")
    public void hasBeenCounted(String event, int times) {
        var day = names.day();
        eventually("counted " + times, question(event, "day", day.toString(), day.plusDays(1).toString()),
                List.of(day + ": " + times)::equals);
    }

    private void eventually(String what, Request question, Predicate<List<String>> inTheEnd) {
        Api api = scene.api();
        api.eventually(what, PATIENCE, PAUSE, () -> counts(api.prepare(question).response()), inTheEnd);
    }

    private static Request question(String event, String period, String from, String to) {
        return Request.get("/events/%s/counts?from=%s&to=%s&by=%s".formatted(Urls.encoded(event), Urls.encoded(from),
                Urls.encoded(to), period));
    }

    /** A line of a table: an hour or a day, or an hour of another day than the scenario's, and how often. */
    private String count(Map<String, String> line) {
        var day = line.containsKey("day") ? names.day(LocalDate.parse(cell(line, "day"))) : names.day();
        var hour = line.containsKey("hour") ? "T" + cell(line, "hour").replaceFirst(":00$", "") : "";
        return day + hour + ": " + cell(line, "count");
    }

    private static String cell(Map<String, String> line, String column) {
        return Objects.requireNonNull(line.get(column), "The counts have no " + column);
    }

    /** Each period with its count, in the answer's order. */
    private static List<String> counts(Response answer) {
        assertThat(answer.succeeded()).as(answer.text()).isTrue();
        var counts = new ArrayList<String>();
        for (JsonNode item : answer.json().path("items")) {
            counts.add(item.path("period").textValue() + ": " + item.path("count"));
        }
        return counts;
    }
}
