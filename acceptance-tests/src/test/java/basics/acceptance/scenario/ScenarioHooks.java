package basics.acceptance.scenario;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Assumptions;

import basics.acceptance.api.Exchange;
import basics.acceptance.api.FaultOrder;
import basics.acceptance.api.Run;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;

/** Around each scenario: what was said goes into the report when it failed, and what it made is cleaned up. */
public final class ScenarioHooks {

    /** The name in the report of what was said when a scenario failed. */
    public static final String EXCHANGES = "requests and answers";
    /** The name in the report of the contract's answers that a scenario shows. */
    public static final String ANSWERS = "answers";
    private static final int CHOOSE = 0;
    private static final int TELL = 0;
    private static final int CLEAN_UP = 1;
    private static final int REPORT = 2;

    private final Scene scene;
    private final FaultOrder faults;
    private final Domains domains;

    public ScenarioHooks(Scene scene, FaultOrder faults, Domains domains) {
        this.scene = scene;
        this.faults = faults;
        this.domains = domains;
    }

    /** Runs before everything else: a scenario that the target can't honour is shown as skipped, with the reason. */
    @Before(order = CHOOSE)
    public void choose(Scenario scenario) {
        var reasons = Run.current().target().notApplicable();
        for (var tag : scenario.getSourceTagNames()) {
            if (reasons.containsKey(tag)) {
                Assumptions.abort(new NotApplicable(tag, reasons.get(tag)).message());
            }
        }
        Run.current().scenarioBegins();
    }

    /** Runs first: hooks after a scenario run from the highest order to the lowest. */
    @After(order = REPORT)
    public void report(Scenario scenario) {
        if (scenario.isFailed()) {
            scenario.attach(scene.api().exchanges().stream().map(Exchange::told).collect(Collectors.joining("\n")),
                    "text/plain", EXCHANGES);
        }
        if (!scene.api().answers().isEmpty()) {
            scenario.attach(String.join("\n", scene.api().answers()), "text/plain", ANSWERS);
        }
    }

    /** Runs last: cleaning up may fail for what a scenario was unsure of, too. */
    @After(value = UnsureOnAws.TAG, order = TELL)
    public void tell(Scenario scenario) {
        if (scenario.isFailed() && Run.current().target().isAws()) {
            scenario.log(UnsureOnAws.DIFFERS);
            Run.current().differs(scenario.getName());
        }
    }

    @After(order = CLEAN_UP)
    public void cleanUp() {
        faults.endAll();
        domains.cleanUp();
    }
}
