package basics.acceptance.users;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import basics.acceptance.api.Exchange;
import basics.acceptance.api.Json;
import basics.acceptance.api.Request;
import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** Several people who write to one user, some of them with a version in hand. */
public final class WriterSteps {

    private final Scene scene;

    public WriterSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("{person} has read the user {email}")
    public void hasRead(String person, String email) {
        scene.readings().put(person, scene.api().prepare(Request.get(KnownUsers.path(email))));
    }

    @Given("{person} and {person} have read the user {email}")
    public void haveRead(String one, String other, String email) {
        hasRead(one, email);
        hasRead(other, email);
    }

    @Given("{person} has since changed the user {email}")
    public void hasSinceChanged(String person, String email) {
        scene.api().prepare(Request.patch(KnownUsers.path(email), Json.object().put("changed_by", person)));
    }

    @Given("{person} has changed the city of the user {email} to {string}")
    public void hasChangedTheCity(String person, String email, String city) {
        scene.api().prepare(move(email, city));
    }

    @When("{person} changes the city of the user {email} to {string}")
    public void changesTheCity(String person, String email, String city) {
        scene.send(move(email, city));
    }

    @When("{person} and {person} each change the city of the user {email} at the same moment")
    public void eachChangeTheCity(String one, String other, String email) {
        scene.sendTogether(Stream.of(one, other).map(person -> move(email, "where " + person + " says")).toList());
    }

    @When("{person} and {person} change the user {email} at the same moment")
    public void changeAtTheSameMoment(String one, String other, String email) {
        scene.sendTogether(Stream.of(one, other).map(person -> fromVersionRead(person,
                Request.patch(KnownUsers.path(email), Json.object().put("changed_by", person)))).toList());
    }

    @When("{person} and {person} add different attributes to the user {email} at the same moment")
    public void addAtTheSameMoment(String one, String other, String email) {
        scene.sendTogether(
                List.of(Request.patch(KnownUsers.path(email), note(one)),
                        Request.patch(KnownUsers.path(email), note(other))));
    }

    @When("{int} people each add another part to the address of the user {email} at the same moment")
    public void addPartsAtTheSameMoment(int people, String email) {
        scene.sendTogether(IntStream.range(0, people).mapToObj(number -> {
            var address = Json.object();
            address.putObject("address").put("part_" + number, "seen");
            return Request.patch(KnownUsers.path(email), address);
        }).toList());
    }

    @When("{person} changes the city of the version she/he read to {string}")
    public void changesTheVersionRead(String person, String city) {
        scene.send(fromVersionRead(person,
                Request.patch(reading(person).request().path(), Json.object().put("city", city))));
    }

    @When("{person} deletes the version she/he read")
    public void deletesTheVersionRead(String person) {
        scene.send(fromVersionRead(person, Request.of("DELETE", reading(person).request().path())));
    }

    private static Request move(String email, String city) {
        return Request.patch(KnownUsers.path(email), Json.object().put("city", city));
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode note(String person) {
        return Json.object().put("note_by_" + person.toLowerCase(Locale.ROOT), "seen");
    }

    private Request fromVersionRead(String person, Request write) {
        return write.with(Map.of("If-Match", reading(person).response().etag()));
    }

    private Exchange reading(String person) {
        return Objects.requireNonNull(scene.readings().get(person), person + " has read no user so far");
    }
}
