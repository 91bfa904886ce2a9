package basics.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;

import basics.acceptance.api.Api;
import basics.acceptance.api.Run;
import basics.acceptance.target.Target;
import io.cucumber.java.en.Then;

/** What the scenario's request has cost, in read units of DynamoDB: one is up to 4 KB, read strongly consistent. */
public final class CostSteps {

    private final Scene scene;
    private final Target target = Run.current().target();

    public CostSteps(Scene scene) {
        this.scene = scene;
    }

    @Then("this cost {int} read(s)")
    public void cost(int reads) {
        assertThat(reads()).isEqualByComparingTo(BigDecimal.valueOf(reads));
    }

    @Then("this cost at least {int} reads")
    public void costAtLeast(int reads) {
        assertThat(reads()).isGreaterThanOrEqualTo(BigDecimal.valueOf(reads));
    }

    @Then("this cost at most {int} reads")
    public void costAtMost(int reads) {
        assertThat(reads()).isPositive().isLessThanOrEqualTo(BigDecimal.valueOf(reads));
    }

    /** The log may be a moment behind the answer. */
    private BigDecimal reads() {
        assertThat(scene.answer().succeeded()).as(scene.last().told()).isTrue();
        var request = scene.answer().header(Api.REQUEST_ID).orElseThrow();
        return scene.api().eventually("the cost of " + request, () -> target.reads(request), Optional::isPresent)
                .orElseThrow();
    }
}
