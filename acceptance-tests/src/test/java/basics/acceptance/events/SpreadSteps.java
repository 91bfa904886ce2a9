package basics.acceptance.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import basics.acceptance.api.Api;
import basics.acceptance.api.FaultOrder;
import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/**
 * Names and days whose events lie in several places, the shards. All scenarios share the table's record of how many there
 * ever were, and readers look at all of them: no scenario has more than four.
 */
public final class SpreadSteps {

    private static final String SHARDS = "EVENT_SHARDS";
    private static final int BYTES = 4;
    private static final int FAILED = 500;
    private static final int MOST = 4;
    /** The numbers that are in effect in the table under test. */
    private static final Map<Integer, Boolean> IN_EFFECT = new ConcurrentHashMap<>();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Scene scene;
    private final FaultOrder faults;
    private final RecordingSteps recording;
    private int places = 1;

    public SpreadSteps(Scene scene, FaultOrder faults, RecordingSteps recording) {
        this.scene = scene;
        this.faults = faults;
        this.recording = recording;
    }

    /** All functions have another environment variable then than the environment under test gives them. */
    @Given("each name lies in {int} place(s)( now)")
    public void eachNameLiesIn(int number) {
        places = number;
        faults.set(SHARDS, Integer.toString(number));
        IN_EFFECT.computeIfAbsent(number, this::awaitPlaces);
    }

    @Given("these events, one after the other, while each name lay in so many places:")
    public void theseEventsWhileEachNameLay(List<Map<String, String>> events) {
        for (var event : events) {
            var number = Integer.parseInt(RecordingSteps.cell(event, "places"));
            if (number != places) {
                eachNameLiesIn(number);
            }
            recording.theseEvents(List.of(event));
        }
    }

    @Given("the place of {event} as {string} is too busy")
    public void thePlaceIsTooBusy(String event, String id) {
        tooBusy(event, id);
    }

    /** Days lie in as many places as names do. */
    @Given("the place of the day of {string} is too busy")
    public void thePlaceOfTheDayIsTooBusy(String id) {
        tooBusy(scene.names().day().toString(), id);
    }

    @Then("^the events as (\"[^\"]+\"(?:, \"[^\"]+\")*) are shown in this order$")
    public void areShownInThisOrder(String ids) {
        assertThat(shown()).extracting(event -> event.path("id").textValue())
                .containsExactlyElementsOf(Arrays.stream(ids.split(", ")).map(id -> id.replace("\"", "")).toList());
    }

    @Then("all {int} events are shown once, in the order of time")
    public void allAreShownOnce(int count) {
        assertThat(shown()).hasSize(count).doesNotHaveDuplicates().extracting(EventTimes::instant).isSorted();
    }

    private List<JsonNode> shown() {
        assertThat(scene.answer().succeeded()).as(scene.last().told()).isTrue();
        return scene.items();
    }

    private void tooBusy(String key, String id) {
        var shard = shard(id, places);
        assertThat(shard).as("the first place of %s has no number, and is looked at for others, too", id).isPositive();
        faults.orderBusy(calls -> calls.put("key", key + '#' + shard));
    }

    /**
     * Waits until a number is in effect, some seconds after the first event if the table hasn't had it before. An event
     * is tried that lies under this number only in a place that nothing may be written to: that fails from then on, and
     * at once, as it isn't tried again. Nothing of it is the scenario's, which may be the first that wants the number.
     */
    private boolean awaitPlaces(int number) {
        var last = number - 1;
        var id = IntStream.iterate(0, next -> next + 1).mapToObj(next -> "c-" + next)
                .filter(one -> IntStream.rangeClosed(1, MOST)
                        .allMatch(other -> (shard(one, other) == last) == (other == number)))
                .findFirst().orElseThrow();
        var name = scene.names().event("clicked elsewhere");
        var aside = new FaultOrder();
        aside.set(SHARDS, Integer.toString(number));
        // Other calls may look into that place before.
        aside.order(order -> order.putObject("dynamoDb").put("kind", "DENIED")
                .put("key", last == 0 ? name : name + '#' + last).put("action", "PutItem"));
        var api = Api.aside(aside);
        try {
            api.eventually("each name lies in %d places".formatted(number), PATIENCE, PAUSE,
                    () -> api.send(aside.on(recording.recording(name, id))).response().status(),
                    status -> status == FAILED);
        } finally {
            aside.endAll();
        }
        return true;
    }

    /** Where the contract of the tables puts an event: the first 4 bytes of its id's SHA-256, modulo the places. */
    private static int shard(String id, int places) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash, 0, BYTES).mod(BigInteger.valueOf(places)).intValue();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
