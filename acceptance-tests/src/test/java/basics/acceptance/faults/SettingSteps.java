package basics.acceptance.faults;

import basics.acceptance.api.Faults;
import io.cucumber.java.en.Given;

/** Functions with other environment variables than the environment under test gives them. */
public final class SettingSteps {

    private final Faults faults;

    public SettingSteps(Faults faults) {
        this.faults = faults;
    }

    @Given("events are kept for {int} day(s)")
    public void eventsAreKeptFor(int days) {
        faults.order(order -> order.withObject("/variables").put("EVENT_RETENTION_DAYS", Integer.toString(days)));
    }
}
