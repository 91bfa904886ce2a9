package basics.samples.aws;

import basics.acceptance.scenario.UnsureOnAws;
import io.cucumber.java.After;
import io.cucumber.java.Scenario;

public final class SampleDifference {

    @After
    public void tell(Scenario scenario) {
        if (scenario.isFailed()) {
            scenario.log(UnsureOnAws.DIFFERS);
        }
    }
}
