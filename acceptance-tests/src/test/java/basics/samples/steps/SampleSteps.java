package basics.samples.steps;

import io.cucumber.java.en.When;
import org.junit.jupiter.api.Assertions;

public final class SampleSteps {

    @When("it works")
    public void works() {
        // As it should.
    }

    @When("it breaks")
    public void breaks() {
        Assertions.fail("As it should.");
    }
}
