package basics.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import basics.acceptance.api.Request;
import basics.acceptance.scenario.Problems;
import basics.acceptance.scenario.Scene;
import basics.acceptance.scenario.Urls;
import io.cucumber.java.en.Then;
import java.time.Clock;
import java.time.LocalDate;

/** Problem documents, and that nothing came of what was refused. */
public final class ProblemSteps {

    /** In the features: whatever place, as long as there is one. */
    private static final String ANY_PLACE = "*";

    private final Scene scene;
    private final Texts texts;

    public ProblemSteps(Scene scene, Texts texts) {
        this.scene = scene;
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
        assertUnmarked("/users?all=true");
        assertUnmarked("/events?limit=1000&date=" + LocalDate.now(Clock.systemUTC()));
        assertUnmarked("/events?limit=1000&date=" + scene.names().day());
        var named = scene.api().prepare(Request.get(Urls.events(scene.names().event("clicked"))));
        assertThat(named.response().json().path("items")).as(named.told()).isEmpty();
    }

    private void assertUnmarked(String list) {
        var refused = scene.last();
        scene.firstPage(list);
        scene.remainingPages();
        assertThat(scene.pages()).allSatisfy(page -> assertThat(page.response().text())
                .as("nothing is stored of\n%s", refused.told()).doesNotContain(scene.names().scenario()));
    }
}
