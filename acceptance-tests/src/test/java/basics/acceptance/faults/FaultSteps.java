package basics.acceptance.faults;

import basics.acceptance.api.Faults;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.Map;

/** What goes wrong from now on, for the requests that the scenario is about. */
public final class FaultSteps {

    /** How calls of the data fail, by what the features call them. */
    private static final Map<String, String> CALLS = Map.of("is too busy", "THROTTLED", "is slow to answer", "SLOW",
            "loses what it is told", "REQUEST_LOST", "loses its answers", "ANSWER_LOST", "lets nobody in", "DENIED");

    private final Faults faults;

    public FaultSteps(Faults faults) {
        this.faults = faults;
    }

    @Given("^the data (is too busy|is slow to answer|loses what it is told|loses its answers|lets nobody in)$")
    public void theData(String what) {
        faults.order(order -> order.withObject("/dynamoDb").put("kind", CALLS.get(what)));
    }

    @Given("^the data (is too busy|is slow to answer|loses what it is told|loses its answers) once$")
    public void theDataOnce(String what) {
        faults.order(order -> order.withObject("/dynamoDb").put("kind", CALLS.get(what)).put("calls", 1));
    }

    @When("all is well again")
    public void allIsWellAgain() {
        faults.end();
    }
}
