package basics.acceptance.users;

import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.acceptance.api.Json;
import basics.acceptance.api.Request;
import basics.acceptance.scenario.Scene;
import basics.acceptance.scenario.Urls;
import io.cucumber.java.en.When;

/** What goes to the limits of a user, or beyond. */
public final class UserLimitSteps {

    private final Scene scene;

    public UserLimitSteps(Scene scene) {
        this.scene = scene;
    }

    @When("{person} creates the user {email} with {serviceField} {string}")
    public void createsWith(String person, String email, String field, String value) {
        scene.send(Request.post("/users", Json.object().put("email", email).put(field, value)));
    }

    @When("{person} creates the user {email} with {int} KB of notes")
    public void createsWithNotes(String person, String email, int kilobytes) {
        scene.send(Request.post("/users", Json.object().put("email", email).put("notes", text(kilobytes))));
    }

    @When("{person} changes {serviceField} of the user {email} to {string}")
    public void changes(String person, String field, String email, String value) {
        change(email, Json.object().put(field, value));
    }

    @When("{person} changes the email of the user {email} to {string}")
    public void changesTheEmail(String person, String email, String other) {
        change(email, Json.object().put("email", scene.names().email(other)));
    }

    @When("{person} changes the user {email} to have {int} KB of other notes")
    public void changesToHaveNotes(String person, String email, int kilobytes) {
        change(email, Json.object().put("other_notes", text(kilobytes)));
    }

    @When("{person} changes {int} attributes of the user {email}")
    public void changesMany(String person, int count, String email) {
        var changes = Json.object();
        IntStream.range(0, count).forEach(number -> changes.put("attribute_" + number, number));
        change(email, changes);
    }

    @When("{person} reads the users whose {attribute} is {string}")
    public void readsBy(String person, String attribute, String value) {
        scene.show(Request.get("/users?%s=%s".formatted(attribute, Urls.encoded(value))));
    }

    private void change(String email, ObjectNode changes) {
        scene.send(Request.patch(KnownUsers.path(email), changes));
    }

    private static String text(int kilobytes) {
        return "x".repeat(kilobytes * 1024);
    }
}
