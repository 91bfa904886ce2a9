package basics.acceptance.users;

import java.util.List;
import java.util.Map;

import basics.acceptance.api.Json;
import basics.acceptance.api.Request;
import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** Writes that are sent with a key, so that they can be sent again. */
public final class KeySteps {

    private final Scene scene;

    public KeySteps(Scene scene) {
        this.scene = scene;
    }

    @Given("{person} has created the user {email} with the key {string}")
    public void hasCreated(String person, String email, String key) {
        scene.api().prepare(creation(email, key));
    }

    @Given("{person} has changed the city of the user {email} to {string} with the key {string}")
    public void hasChanged(String person, String email, String city, String key) {
        scene.api().prepare(move(email, city, key));
    }

    @When("{person} creates the user {email} with the key {string}")
    public void creates(String person, String email, String key) {
        scene.send(creation(email, key));
    }

    @When("{person} changes the city of the user {email} to {string} with the key {string}")
    public void changes(String person, String email, String city, String key) {
        scene.send(move(email, city, key));
    }

    @When("{person} changes the city of the user {email} to {string} twice at the same moment with the key {string}")
    public void changesTwice(String person, String email, String city, String key) {
        scene.sendTogether(List.of(move(email, city, key), move(email, city, key)));
    }

    private static Request creation(String email, String key) {
        return keyed(Request.post("/users", Json.object().put("email", email)), key);
    }

    private static Request move(String email, String city, String key) {
        return keyed(Request.patch(KnownUsers.path(email), Json.object().put("city", city)), key);
    }

    /** What people call a key in words has no blanks in it for the service. */
    private static Request keyed(Request request, String key) {
        return request.with(Map.of("Idempotency-Key", key.replace(' ', '-')));
    }
}
