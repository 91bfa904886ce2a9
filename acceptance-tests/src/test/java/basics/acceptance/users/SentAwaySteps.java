package basics.acceptance.users;

import java.time.Duration;
import java.util.Map;

import basics.acceptance.api.Json;
import basics.acceptance.api.Request;
import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** Those who were let in or sent away before the scenario's own request, and those who wait. */
public final class SentAwaySteps {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAUTHORIZED = 401;
    /** However many unknown keys an authorizer is shown, it asks the issuer for new ones only now and then. */
    private static final Duration UNTIL_KEYS_ARE_FETCHED = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Scene scene;

    public SentAwaySteps(Scene scene) {
        this.scene = scene;
    }

    @Given("{person} was sent away when she/he created the user {email}")
    public void creating(String person, String email) {
        scene.sendInVain(creation(email));
    }

    @Given("{person} was sent away when she/he created the user {email} with the key {string}")
    public void creatingWithKey(String person, String email, String key) {
        scene.sendInVain(keyed(creation(email), key));
    }

    @Given("{person} was sent away when she/he changed the city of the user {email} to {string} with the key {string}")
    public void changingWithKey(String person, String email, String city, String key) {
        scene.sendInVain(keyed(Request.patch(KnownUsers.path(email), Json.object().put("city", city)), key));
    }

    @Given("{person} was sent away when she/he deleted the user {email}")
    public void deleting(String person, String email) {
        scene.sendInVain(Request.of("DELETE", KnownUsers.path(email)));
    }

    @Given("{person} has read the user {email} until she/he was told to wait")
    public void readingUntilToldToWait(String person, String email) {
        scene.api().eventually(person + " is told to wait", () -> scene.send(Request.get(KnownUsers.path(email))),
                exchange -> exchange.response().status() == TOO_MANY_REQUESTS);
    }

    @When("{person} waits as she/he was told and reads the user {email}")
    public void waitsAndReads(String person, String email) {
        scene.sendPatiently(Request.get(KnownUsers.path(email)));
    }

    @Given("{person} could read the user {email}")
    public void couldRead(String person, String email) {
        scene.sendWell(Request.get(KnownUsers.path(email)));
    }

    @When("the user {email} is read until the token is taken")
    public void isReadUntilTheTokenIsTaken(String email) {
        scene.api().eventually("the new key is known", UNTIL_KEYS_ARE_FETCHED, PAUSE,
                () -> scene.send(Request.get(KnownUsers.path(email))).response().status(),
                status -> status != UNAUTHORIZED);
    }

    private static Request creation(String email) {
        return Request.post("/users", Json.object().put("email", email));
    }

    private static Request keyed(Request request, String key) {
        return request.with(Map.of("Idempotency-Key", key));
    }
}
