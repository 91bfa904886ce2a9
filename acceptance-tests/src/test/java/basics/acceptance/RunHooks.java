package basics.acceptance;

import java.util.ArrayList;
import java.util.List;

import basics.acceptance.api.Api;
import basics.acceptance.api.FaultOrder;
import basics.acceptance.api.Json;
import basics.acceptance.api.Request;
import basics.acceptance.api.Run;
import basics.acceptance.scenario.Names;
import basics.acceptance.scenario.UnsureOnAws;
import io.cucumber.java.AfterAll;
import io.cucumber.java.BeforeAll;

/** Around a run: says against what and in which order, starts the target and ends it. */
public final class RunHooks {

    private static final String SEED = "cucumber.execution.order.random.seed";
    private static final List<String> CHOOSING = List.of("feature", "scenario", "groups", "excludedGroups",
            "cucumber.filter.tags", "cucumber.filter.name", "cucumber.features");
    private static final int CHECK = 2;
    private static final int CLOSE = 1;

    private RunHooks() {}

    @BeforeAll
    public static void start() {
        var seed = System.getProperty(SEED);
        System.out.printf("Features against the target %s, in random order%s.%n", Run.current().target().name(),
                seed == null ? "" : "; the same order again: -Dseed=" + seed);
        if (Run.current().target().door().isPresent()) {
            enterPlaces();
        }
    }

    /** The table's first number of places is the environment's own then, whichever scenario comes first. */
    private static void enterPlaces() {
        Api.aside(new FaultOrder()).prepare(Request.post("/events",
                Json.object().put("event", "opened shop").put("expires_at", new Names().expiresAt())));
    }

    /**
     * A target that can honour none of the chosen scenarios has proven nothing, and only a whole run can tell that an
     * operation, or on a target that can honour all an answer of one, has no scenario.
     */
    @AfterAll(order = CHECK)
    public static void check() {
        Run.begun().ifPresent(run -> {
            run.differing().forEach(scenario -> System.out.println(UnsureOnAws.DIFFERS + ": " + scenario));
            if (run.scenarios() == 0) {
                throw new AssertionError("No scenario has run against the target " + run.target().name());
            }
            if (isWholeRun()) {
                checkWhole(run);
            }
        });
    }

    private static void checkWhole(Run run) {
        var missing = run.operationsWithoutScenario();
        if (!missing.isEmpty()) {
            throw new AssertionError("Operations of openapi.yaml without a scenario: " + missing);
        }
        var broken = new ArrayList<>(run.target().broken());
        if (run.target().notApplicable().isEmpty()) {
            broken.addAll(run.answersWithoutScenario());
        }
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join("\n", broken));
        }
    }

    @AfterAll(order = CLOSE)
    public static void end() {
        Run.begun().ifPresent(Run::close);
    }

    private static boolean isWholeRun() {
        return CHOOSING.stream().allMatch(option -> System.getProperty(option) == null);
    }
}
