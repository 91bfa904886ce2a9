package basics.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.Then;

/** Headers of an answer. */
public final class HeaderSteps {

    private final Scene scene;

    public HeaderSteps(Scene scene) {
        this.scene = scene;
    }

    @Then("^the answer's (\\S+) is \"(.*)\"$")
    public void is(String header, String value) {
        assertThat(scene.answer().header(header)).as(scene.last().told()).contains(value);
    }

    @Then("^the answer's (\\S+) is given$")
    public void isGiven(String header) {
        assertThat(scene.answer().header(header)).as(scene.last().told()).get().asString().isNotBlank();
    }

    @Then("^the answer's (\\S+) is not given$")
    public void isNotGiven(String header) {
        assertThat(scene.answer().header(header)).as(scene.last().told()).isEmpty();
    }

    @Then("^the answer lets pages send (\\S+) with (.+)$")
    public void letsPagesSend(String method, String headers) {
        assertThat(scene.answer().header("Access-Control-Allow-Origin")).as(scene.last().told()).contains("*");
        assertThat(list("Access-Control-Allow-Methods")).as(scene.last().told())
                .contains(method.toLowerCase(Locale.ROOT));
        assertThat(list("Access-Control-Allow-Headers")).as(scene.last().told())
                .contains(headers.toLowerCase(Locale.ROOT).split(", ", -1));
    }

    @Then("^the answer lets pages read (\\S+)$")
    public void letsPagesRead(String header) {
        assertThat(list("Access-Control-Expose-Headers")).as(scene.last().told())
                .contains(header.toLowerCase(Locale.ROOT));
    }

    private List<String> list(String header) {
        return Arrays.asList(scene.answer().header(header).orElse("").toLowerCase(Locale.ROOT).split(" *, *", -1));
    }
}
