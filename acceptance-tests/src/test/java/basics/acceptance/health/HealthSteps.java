package basics.acceptance.health;

import static org.assertj.core.api.Assertions.assertThat;

import basics.acceptance.api.Request;
import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Asking whether the service is there. */
public final class HealthSteps {

    private final Scene scene;

    public HealthSteps(Scene scene) {
        this.scene = scene;
    }

    @When("{person} asks whether the service is there")
    public void asks(String person) {
        scene.send(Request.get("/health"));
    }

    @Given("{person} was told that the service is not there")
    public void wasTold(String person) {
        scene.sendInVain(Request.get("/health"));
    }

    @Then("the service says that it is")
    public void saysThatItIs() {
        assertThat(scene.answer().status()).as(scene.last().told()).isEqualTo(200);
        assertThat(scene.answer().json().path("status").textValue()).isEqualTo("ok");
    }
}
