package basics.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import com.fasterxml.jackson.databind.JsonNode;

import basics.acceptance.api.Json;
import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.Then;

/** Status and body of an answer. */
public final class AnswerSteps {

    private static final DateTimeFormatter HUMAN_DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private final Scene scene;
    private final Texts texts;

    public AnswerSteps(Scene scene, Texts texts) {
        this.scene = scene;
        this.texts = texts;
    }

    @Then("the answer is {int}")
    public void theAnswerIs(int status) {
        assertThat(scene.answer().status()).as(scene.last().told()).isEqualTo(status);
    }

    @Then("the answer is empty")
    public void theAnswerIsEmpty() {
        assertThat(scene.answer().text()).isEmpty();
    }

    @Then("the answer is sent in fewer than {int} bytes")
    public void isSentInFewerThan(int bytes) {
        assertThat(scene.answer().length()).as(scene.last().told()).isLessThan(bytes);
    }

    @Then("the answer reads {string}")
    public void reads(String text) {
        assertThat(scene.answer().text()).as(scene.last().told()).isEqualTo(text);
    }

    @Then("^/(\\S*) of the answer is given$")
    public void isGiven(String pointer) {
        assertThat(at(pointer).isMissingNode()).as(scene.last().told()).isFalse();
    }

    @Then("^/(\\S*) of the answer is not given$")
    public void isNotGiven(String pointer) {
        assertThat(at(pointer).isMissingNode()).as(scene.last().told()).isTrue();
    }

    @Then("^/(.*) of the answer is (?!given|not given|the same)(.+)$")
    public void is(String pointer, String json) {
        var expected = Json.parse(texts.text(json));
        assertThat(Json.same(at(pointer), expected)).as("/%s is %s\n%s", pointer, expected, scene.last().told())
                .isTrue();
    }

    @Then("^/(\\S*) of the answer is the same second as /(\\S*)$")
    public void isTheSameSecondAs(String epochSeconds, String humanDate) {
        var human = LocalDateTime.parse(at(humanDate).textValue(), HUMAN_DATE).toInstant(ZoneOffset.UTC);
        assertThat(Instant.ofEpochSecond(Long.parseLong(at(epochSeconds).textValue())).getEpochSecond())
                .isEqualTo(human.getEpochSecond());
    }

    private JsonNode at(String pointer) {
        return scene.answer().json().at('/' + texts.text(pointer));
    }
}
