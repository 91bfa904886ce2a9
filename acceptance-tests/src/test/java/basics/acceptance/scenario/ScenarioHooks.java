package basics.acceptance.scenario;

import basics.acceptance.api.Exchange;
import basics.acceptance.api.Request;
import io.cucumber.java.After;
import io.cucumber.java.Scenario;
import java.util.stream.Collectors;

/** Around each scenario: what was said goes into the report when it failed, and what it made is cleaned up. */
public final class ScenarioHooks {

    private static final int CLEAN_UP = 1;
    private static final int REPORT = 2;

    private final Scene scene;

    public ScenarioHooks(Scene scene) {
        this.scene = scene;
    }

    /** Runs first: hooks after a scenario run from the highest order to the lowest. */
    @After(order = REPORT)
    public void report(Scenario scenario) {
        if (scenario.isFailed()) {
            scenario.attach(scene.api().exchanges().stream().map(Exchange::told).collect(Collectors.joining("\n")),
                    "text/plain", "requests and answers");
        }
    }

    /** Users are deleted; events can't be, and expire. */
    @After(order = CLEAN_UP)
    public void cleanUp() {
        scene.api().prepareAll(scene.known().users().entrySet().stream().filter(user -> user.getValue().isPresent())
                .map(user -> Request.of("DELETE", Urls.user(user.getKey()))).toList());
    }
}
