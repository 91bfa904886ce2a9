package basics.samples.answers;

import basics.acceptance.scenario.ScenarioHooks;
import io.cucumber.java.After;
import io.cucumber.java.Scenario;

/** Leaves the answers that a scenario's tags name: {@code @readUser-404}. */
public final class SampleAnswers {

    @After
    public void report(Scenario scenario) {
        for (var tag : scenario.getSourceTagNames()) {
            scenario.attach(tag.substring(1).replace('-', ' '), "text/plain", ScenarioHooks.ANSWERS);
        }
    }
}
