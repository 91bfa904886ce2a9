package basics.acceptance.users;

import static org.assertj.core.api.Assertions.assertThat;

import basics.acceptance.api.Request;
import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.Then;

/** The headers of an answer that lead to a user, or tell its version. */
public final class UserHeaderSteps {

    private final Scene scene;

    public UserHeaderSteps(Scene scene) {
        this.scene = scene;
    }

    @Then("the answer's Location leads to the user {email}")
    public void theLocationLeadsTo(String email) {
        var location = scene.api().pathTo(scene.answer().header("Location").orElseThrow());
        var found = scene.api().prepare(Request.get(location));
        assertThat(found.response().json().path("email").textValue()).isEqualTo(email);
    }

    @Then("the answer's ETag is a strong entity tag")
    public void theETagIsStrong() {
        assertThat(scene.answer().etag()).matches("\"[\\x21\\x23-\\x7E]+\"");
    }

    @Then("the answer's ETag is the one of the user {email}")
    public void theETagIsTheOneOf(String email) {
        var read = scene.api().prepare(Request.get(KnownUsers.path(email)));
        assertThat(scene.answer().etag()).isEqualTo(read.response().etag())
                .isEqualTo(scene.api().created().etag());
    }

    @Then("the answer's ETag is not the one that the user {email} had")
    public void theETagIsNotTheOneThat(String email) {
        assertThat(scene.answer().etag()).isNotEqualTo(scene.api().created().etag());
    }
}
