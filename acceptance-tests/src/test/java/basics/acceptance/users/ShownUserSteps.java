package basics.acceptance.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.acceptance.api.Json;
import basics.acceptance.api.Request;
import basics.acceptance.scenario.Attributes;
import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.Then;

/** What is shown of a user, and what is kept. */
public final class ShownUserSteps {

    /** How far the clocks of the service and of this test may be apart, in seconds. */
    private static final long CLOCKS = 60;

    private final Scene scene;
    private final KnownUsers known;

    public ShownUserSteps(Scene scene, KnownUsers known) {
        this.scene = scene;
        this.known = known;
    }

    @Then("the user {email} is shown")
    public void isShown(String email) {
        assertThat(scene.answer().succeeded()).as(scene.last().told()).isTrue();
        assertThat(shown().path("email").textValue()).isEqualTo(email);
    }

    @Then("the user {email} is shown with:")
    public void isShownWith(String email, Map<String, String> attributes) {
        isShown(email);
        attributes.forEach((path, text) -> {
            var part = Attributes.part(shown(), path);
            assertThat(Json.same(part, Attributes.value(text))).as("%s is %s in %s", path, text, shown()).isTrue();
        });
    }

    @Then("the user's initial is {string}")
    public void initial(String letter) {
        assertThat(shown().path("char").textValue()).isEqualTo(letter);
    }

    @Then("the user's version is {int}")
    public void version(int version) {
        assertThat(shown().path("version").intValue()).isEqualTo(version);
    }

    @Then("the user was created just now")
    public void createdJustNow() {
        assertThat(Long.parseLong(shown().path("created_at").textValue())).isBetween(now() - CLOCKS, now() + CLOCKS);
    }

    @Then("the user was updated just now")
    public void updatedJustNow() {
        assertThat(new BigDecimal(shown().path("updated_at").textValue()).longValue()).isBetween(now() - CLOCKS,
                now() + CLOCKS);
    }

    @Then("the user has no {attribute}")
    public void hasNo(String attribute) {
        assertThat(scene.answer().succeeded()).as(scene.last().told()).isTrue();
        assertThat(Attributes.part(shown(), attribute).isMissingNode()).as("no %s in %s", attribute, shown()).isTrue();
    }

    @Then("only {} are different")
    public void onlyTheseAreDifferent(String attributes) {
        var before = scene.api().created().json();
        var after = scene.answer().json();
        assertThat(changes(before, after))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(attributes.split(", | and ", -1)).map(ServiceFields::name).toList());
    }

    @Then("the user {email} is kept as shown")
    public void isKeptAsShown(String email) {
        assertThat(kept(email)).isEqualTo(known.user(email));
    }

    @Then("the user {email} is kept once")
    public void isKeptOnce(String email) {
        scene.firstPage("/users?limit=1000");
        scene.remainingPages();
        assertThat(scene.items()).filteredOn(user -> user.path("email").asText().equals(email)).hasSize(1);
    }

    @Then("there is no user {email}")
    public void thereIsNo(String email) {
        var exchange = scene.api().send(Request.get(KnownUsers.path(email)));
        assertThat(exchange.response().status()).as(exchange.told()).isEqualTo(404);
    }

    @Then("the user {email} is kept as the one who succeeded wrote it")
    public void isKeptAsTheOneWhoSucceededWroteIt(String email) {
        var written = scene.together().stream().filter(exchange -> exchange.response().succeeded()).findFirst()
                .orElseThrow();
        assertThat(kept(email)).isEqualTo(written.response().json());
    }

    @Then("the user {email} is kept with the city that one of them gave")
    public void isKeptWithTheCityThatOneGave(String email) {
        assertThat(scene.together()).extracting(exchange -> Json.parse(exchange.request().body()).path("city"))
                .contains(kept(email).path("city"));
    }

    @Then("the user {email} is kept with both attributes")
    public void isKeptWithBothAttributes(String email) {
        var user = kept(email);
        for (var exchange : scene.together()) {
            ((ObjectNode) Json.parse(exchange.request().body())).properties()
                    .forEach(written -> assertThat(user.get(written.getKey())).isEqualTo(written.getValue()));
        }
    }

    @Then("the user {email} is kept with each of these parts")
    public void isKeptWithEachOfTheseParts(String email) {
        var user = kept(email);
        for (var exchange : scene.together()) {
            Json.parse(exchange.request().body()).properties()
                    .forEach(object -> object.getValue().properties().forEach(part -> assertThat(
                            user.path(object.getKey()).path(part.getKey())).isEqualTo(part.getValue())));
        }
    }

    @Then("the user {email} is kept at version {int}")
    public void isKeptAtVersion(String email, int version) {
        assertThat(kept(email).path("version").intValue()).isEqualTo(version);
    }

    private JsonNode shown() {
        return scene.answer().json();
    }

    private JsonNode kept(String email) {
        return scene.api().prepare(Request.get(KnownUsers.path(email))).response().json();
    }

    private static Set<String> changes(JsonNode before, JsonNode after) {
        var names = new TreeSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> before.path(name).equals(after.path(name)));
        return names;
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
