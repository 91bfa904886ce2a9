package basics.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import basics.acceptance.api.Json;
import basics.acceptance.api.Request;
import basics.acceptance.scenario.Scene;
import basics.acceptance.scenario.Urls;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;

/** Those who were sent away before the scenario's own request, and those who wait. */
public final class SentAwaySteps {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Scene scene;

    public SentAwaySteps(Scene scene) {
        this.scene = scene;
    }

    @Given("{person} was sent away when she/he created the user {email}")
    public void creating(String person, String email) {
        sentAway(creation(email));
    }

    @Given("{person} was sent away when she/he created the user {email} with the key {string}")
    public void creatingWithKey(String person, String email, String key) {
        sentAway(keyed(creation(email), key));
    }

    @Given("{person} was sent away when she/he changed the city of the user {email} to {string} with the key {string}")
    public void changingWithKey(String person, String email, String city, String key) {
        sentAway(keyed(Request.patch(Urls.user(email), Json.object().put("city", city)), key));
    }

    @Given("{person} was sent away when she/he deleted the user {email}")
    public void deleting(String person, String email) {
        sentAway(Request.of("DELETE", Urls.user(email)));
    }

    @Given("{person} was sent away when she/he recorded {event} at {times} as {string}")
    public void recording(String person, String event, List<String> times, String id) {
        var names = scene.names();
        sentAway(Request.post("/events", Json.object().put("event", event).put("id", id)
                .put("timestamp", names.timestamp(times.getFirst())).put("expires_at", names.expiresAt())));
    }

    @Given("{person} has read the user {email} until she/he was told to wait")
    public void readingUntilToldToWait(String person, String email) {
        scene.api().eventually(person + " is told to wait", () -> scene.send(Request.get(Urls.user(email))),
                exchange -> exchange.response().status() == TOO_MANY_REQUESTS);
    }

    @When("{person} waits as she/he was told and reads the user {email}")
    public void waitsAndReads(String person, String email) {
        scene.sendPatiently(Request.get(Urls.user(email)));
    }

    private void sentAway(Request request) {
        var exchange = scene.send(request);
        assertThat(exchange.response().succeeded()).as(exchange.told()).isFalse();
    }

    private static Request creation(String email) {
        return Request.post("/users", Json.object().put("email", email));
    }

    private static Request keyed(Request request, String key) {
        return request.with(Map.of("Idempotency-Key", key));
    }
}
