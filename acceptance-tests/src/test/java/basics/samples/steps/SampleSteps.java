package basics.samples.steps;

import org.junit.jupiter.api.Assertions;

import io.cucumber.java.en.When;

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
