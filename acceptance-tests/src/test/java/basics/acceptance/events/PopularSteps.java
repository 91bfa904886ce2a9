package basics.acceptance.events;

import basics.acceptance.api.FaultOrder;
import io.cucumber.java.en.Given;

/** Partition keys that get too busy, while DynamoDB has room for all others. */
public final class PopularSteps {

    private final FaultOrder faults;

    public PopularSteps(FaultOrder faults) {
        this.faults = faults;
    }

    @Given("{event} is too busy")
    public void theNameIsTooBusy(String event) {
        tooBusy(event);
    }

    @Given("the user {email} is too busy")
    public void theUserIsTooBusy(String email) {
        tooBusy(email);
    }

    private void tooBusy(String key) {
        faults.orderBusy(calls -> calls.put("key", key));
    }
}
