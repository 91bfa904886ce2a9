package basics.acceptance.users;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.acceptance.api.Json;
import basics.acceptance.api.Request;
import basics.acceptance.scenario.Attributes;
import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** Creating, reading, changing and deleting one user. */
public final class UserSteps {

    private final Scene scene;

    public UserSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("the user {email}")
    public void theUser(String email) {
        scene.api().prepare(creation(email, Map.of()));
    }

    @Given("the user {email} with:")
    public void theUserWith(String email, Map<String, String> attributes) {
        scene.api().prepare(creation(email, attributes));
    }

    @Given("the user {email} with {int} KB of notes")
    public void theUserWithNotes(String email, int kilobytes) {
        scene.api().prepare(creation(email, Map.of("notes", "x".repeat(kilobytes * 1024))));
    }

    @Given("the user {email} was deleted")
    public void theUserWasDeleted(String email) {
        scene.api().prepare(deletion(email));
    }

    @Given("the user {email} was deleted and created again")
    public void theUserWasDeletedAndCreatedAgain(String email) {
        theUserWasDeleted(email);
        theUser(email);
    }

    @When("{person} creates the user {email}")
    public void creates(String person, String email) {
        scene.send(creation(email, Map.of()));
    }

    @When("{person} creates the user {email} with:")
    public void createsWith(String person, String email, Map<String, String> attributes) {
        scene.send(creation(email, attributes));
    }

    @When("{person} creates a user with the email {string}")
    public void createsWithTheEmail(String person, String email) {
        scene.send(creation(scene.names().own(email), Map.of()));
    }

    @When("{person} and {person} create the user {email} at the same moment")
    public void createAtTheSameMoment(String one, String other, String email) {
        scene.sendTogether(
                List.of(creation(email, Map.of("created_for", one)), creation(email, Map.of("created_for", other))));
    }

    @When("{person} reads the user {email}")
    public void reads(String person, String email) {
        scene.send(Request.get(KnownUsers.path(email)));
    }

    @When("{person} changes the user {email} to have:")
    public void changes(String person, String email, Map<String, String> attributes) {
        scene.send(Request.patch(KnownUsers.path(email), Attributes.of(attributes)));
    }

    @When("{person} removes {attribute} from the user {email}")
    public void removes(String person, String attribute, String email) {
        scene.send(Request.patch(KnownUsers.path(email), Attributes.of(Map.of(attribute, "nothing"))));
    }

    @When("{person} deletes the user {email}")
    public void deletes(String person, String email) {
        scene.send(deletion(email));
    }

    private static Request creation(String email, Map<String, String> attributes) {
        ObjectNode user = Json.object().put("email", email);
        user.setAll(Attributes.of(attributes));
        return Request.post("/users", user);
    }

    private static Request deletion(String email) {
        return Request.of("DELETE", KnownUsers.path(email));
    }
}
