package basics.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import basics.acceptance.api.Answers.Answer;

class AnswersTest {

    private static final Answer OK = new Answer("read", "200");
    private static final Answer BUSY = new Answer("read", "503");

    @Test
    void shouldFindNothingWhenEachAnswerIsShown() {
        var answers = new Answers(Map.of());
        answers.shown("read", 200);
        answers.shown("read", 503);

        assertThat(answers.broken(Set.of(OK, BUSY))).isEmpty();
    }

    @Test
    void shouldFindAnAnswerThatNothingShows() {
        var answers = new Answers(Map.of());
        answers.shown("read", 200);
        answers.shown("write", 503);

        assertThat(answers.broken(Set.of(OK, BUSY)))
                .containsExactly("No scenario shows read 503, which openapi.yaml documents");
    }

    @Test
    void shouldTakeAReasonForAScenario() {
        var answers = new Answers(Map.of("read 503", "there is nothing to be busy"));
        answers.shown("read", 200);

        assertThat(answers.broken(Set.of(OK, BUSY))).isEmpty();
    }

    @Test
    void shouldFindAReasonThatNothingNeeds() {
        var answers = new Answers(Map.of("read 503", "shown after all", "read 504", "not documented"));
        answers.shown("read", 200);
        answers.shown("read", 503);

        assertThat(answers.broken(Set.of(OK, BUSY))).containsExactly(
                "read 503 is listed as not shown, and a scenario shows it",
                "read 504 is listed as not shown, and is not documented");
    }

    @Test
    void shouldReadTheAnswersOfTheContract() {
        assertThat(Conformance.read().answers())
                .contains(new Answer("readUser", "404"), new Answer("createUser", "201"))
                .doesNotContain(new Answer("readUser", "201"));
    }
}
