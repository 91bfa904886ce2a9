package basics.acceptance.faults;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import basics.acceptance.api.FaultOrder;
import io.cucumber.java.en.Given;

/** What goes wrong from now on with the requests that the scenario is about. */
public final class FaultSteps {

    /** How calls of DynamoDB fail, by what the features call it. */
    private static final Map<String, String> DATA = Map.of("is too busy", FaultOrder.BUSY, "is slow to answer", "SLOW",
            "never gets the request", "REQUEST_LOST", "loses its answer", "ANSWER_LOST", "lets nobody in", "DENIED");
    /** Nobody listens there: the connection is refused. */
    private static final String NOWHERE = "http://127.0.0.1:1";
    private static final int SOON_MILLIS = 1_000;

    private final FaultOrder faults;

    public FaultSteps(FaultOrder faults) {
        this.faults = faults;
    }

    @Given("^the data (is too busy|is slow to answer|never gets the request|loses its answer|lets nobody in)( once)?$")
    public void theData(String what, @Nullable String once) {
        if (FaultOrder.BUSY.equals(DATA.get(what)) && once == null) {
            faults.orderBusy(_ -> {});
            return;
        }
        faults.order(order -> {
            var calls = order.putObject("dynamoDb").put("kind", DATA.get(what));
            if (once != null) {
                calls.put("calls", 1);
            }
        });
    }

    @Given("the data is out of reach")
    public void theDataIsOutOfReach() {
        faults.order(order -> order.withObject("/variables").put("AWS_ENDPOINT_URL_DYNAMODB", NOWHERE));
    }

    @Given("the function dies")
    public void theFunctionDies() {
        faults.order(order -> order.put("function", "CRASH"));
    }

    @Given("the function dies as soon as its work is stored")
    public void theFunctionDiesOnceItsWorkIsStored() {
        theData("loses its answer", null);
        theFunctionDies();
    }

    @Given("the function hangs")
    public void theFunctionHangs() {
        faults.order(order -> order.put("function", "HANG").put("timeoutMillis", SOON_MILLIS));
    }

    @Given("the function takes too long")
    public void theFunctionTakesTooLong() {
        faults.order(order -> order.put("function", "HANG").put("integrationTimeoutMillis", SOON_MILLIS));
    }

    /** It has a heap of 4 MiB, which is used up somewhere between its start and its answer. */
    @Given("the function runs out of memory")
    public void theFunctionRunsOutOfMemory() {
        faults.order(order -> order.withObject("/variables").put("_JAVA_OPTIONS", "-Xms4m -Xmx4m"));
    }

    @Given("sign-ins can't be checked")
    public void signInsCantBeChecked() {
        faults.order(order -> {
            order.putArray("functions").add("Authorize");
            order.withObject("/variables").put("JWKS_URI", NOWHERE);
        });
    }

    @Given("nobody is let in for now")
    public void nobodyIsLetIn() {
        limit(1, 0);
    }

    @Given("one request a second is let in")
    public void oneRequestASecondIsLetIn() {
        limit(1, 1);
    }

    @Given("all is well again")
    public void allIsWellAgain() {
        faults.end();
    }

    private void limit(int rate, int burst) {
        faults.order(order -> order.putObject("limit").put("rate", rate).put("burst", burst));
    }
}
