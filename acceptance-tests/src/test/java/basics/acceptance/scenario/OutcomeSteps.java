package basics.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import basics.acceptance.api.Exchange;
import basics.acceptance.api.Request;
import io.cucumber.java.en.Then;
import java.util.ArrayList;

/** How it went: done, or refused and nothing changed. */
public final class OutcomeSteps {

    private final Scene scene;

    public OutcomeSteps(Scene scene) {
        this.scene = scene;
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
    @Then("nothing was changed")
    public void nothingWasChanged() {
        scene.known().users().forEach((email, known) -> {
            if (email.isBlank()) {
                return; // Its path would be that of all users.
            }
            var kept = scene.api().send(Request.get(Urls.user(email)));
            assertThat(kept.response().status()).as(kept.told()).isEqualTo(known.isPresent() ? 200 : 404);
            known.ifPresent(user -> assertThat(kept.response().json()).isEqualTo(user));
        });
        scene.known().events().forEach((name, known) -> {
            if (!name.isBlank()) {
                var kept = scene.api().prepare(Request.get(Urls.events(name) + "?limit=1000"));
                var items = new ArrayList<>();
                kept.response().json().path("items").forEach(items::add);
                assertThat(items).as(kept.told()).containsExactlyInAnyOrderElementsOf(known);
            }
        });
    }

    public static void assertRefused(Exchange exchange, Refusal refusal) {
        Problems.assertProblem(exchange, refusal.status());
        if (!refusal.place().isEmpty()) {
            Problems.assertNames(exchange, refusal.place());
        }
    }
}
