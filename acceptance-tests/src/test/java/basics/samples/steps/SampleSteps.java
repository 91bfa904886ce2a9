package basics.samples.steps;

import org.junit.jupiter.api.Assertions;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.When;

public final class SampleSteps {

    @When("it works")
    public void works() {
        // As it should.
    }

    @When("it says:")
    public void says(String text) {
        Assertions.assertFalse(text.isEmpty());
    }

    @When("it has:")
    public void has(DataTable table) {
        Assertions.assertFalse(table.isEmpty());
    }

    @When("it breaks")
    public void breaks() {
        Assertions.fail("As it should.");
    }
}
