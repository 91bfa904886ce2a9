package basics.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import basics.acceptance.api.Exchange;
import io.cucumber.java.en.Then;

/** How it went: done, or refused and nothing changed. */
public final class OutcomeSteps {

    private final Scene scene;
    private final Domains domains;

    public OutcomeSteps(Scene scene, Domains domains) {
        this.scene = scene;
        this.domains = domains;
    }

    @Then("this succeeds")
    public void succeeds() {
        assertThat(scene.answer().succeeded()).as(scene.last().told()).isTrue();
    }

    @Then("this is refused because {refusal}")
    public void isRefused(Refusal refusal) {
        assertRefused(scene.last(), refusal);
    }

    @Then("exactly one of them succeeds")
    public void exactlyOneSucceeds() {
        assertThat(scene.together()).filteredOn(exchange -> exchange.response().succeeded()).hasSize(1);
    }

    @Then("both/all of them succeed")
    public void allSucceed() {
        assertThat(scene.together()).isNotEmpty()
                .allSatisfy(exchange -> assertThat(exchange.response().succeeded()).as(exchange.told()).isTrue());
    }

    @Then("the other is refused because {refusal}")
    public void theOtherIsRefused(Refusal refusal) {
        var refused = scene.together().stream().filter(exchange -> !exchange.response().succeeded()).toList();
        assertThat(refused).hasSize(1);
        assertRefused(refused.getFirst(), refusal);
    }

    /** Everything that this scenario knows of is read again. */
    @Then("nothing( else) was changed")
    public void nothingWasChanged() {
        domains.assertUnchanged();
    }

    public static void assertRefused(Exchange exchange, Refusal refusal) {
        Problems.assertProblem(exchange, refusal.status());
        if (!refusal.place().isEmpty()) {
            Problems.assertNames(exchange, refusal.place());
        }
    }
}
