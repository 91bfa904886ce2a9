package basics.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import basics.acceptance.api.Exchange;
import basics.acceptance.scenario.Domains;
import basics.acceptance.scenario.Problems;
import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.Then;

/** Problem documents, and that nothing came of what was refused. */
public final class ProblemSteps {

    /** In the features: whatever place, as long as there is one. */
    private static final String ANY_PLACE = "*";

    private final Scene scene;
    private final Texts texts;
    private final Domains domains;

    public ProblemSteps(Scene scene, Texts texts, Domains domains) {
        this.scene = scene;
        this.domains = domains;
        this.texts = texts;
    }

    @Then("the answer is the problem {int}")
    public void theAnswerIsTheProblem(int status) {
        Problems.assertProblem(scene.last(), status);
    }

    @Then("the problem names {string}")
    public void theProblemNames(String place) {
        Problems.assertNames(scene.last(), texts.text(place));
    }

    @Then("the problem says what to do about {string}")
    public void theProblemSaysWhatToDoAbout(String place) {
        if (place.equals(ANY_PLACE)) {
            theProblemSaysWhatToDo();
        } else {
            theProblemNames(place);
        }
    }

    @Then("the problem says what to do")
    public void theProblemSaysWhatToDo() {
        assertThat(scene.answer().json().path("detail").textValue()).as(scene.last().told()).contains(" ");
    }

    /** Whatever was sent carried this scenario's mark, in whatever member. */
    @Then("nothing was stored")
    public void nothingWasStored() {
        var refused = scene.last();
        domains.lists().forEach(list -> assertUnmarked(list, refused));
    }

    private void assertUnmarked(String list, Exchange refused) {
        scene.firstPage(list);
        scene.remainingPages();
        assertThat(scene.pages()).allSatisfy(page -> assertThat(page.response().text())
                .as("nothing is stored of\n%s", refused.told()).doesNotContain(scene.names().scenario()));
    }
}
