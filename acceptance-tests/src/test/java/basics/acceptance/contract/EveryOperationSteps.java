package basics.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;

import basics.acceptance.api.Operation;
import basics.acceptance.api.Run;
import basics.acceptance.scenario.Attempts;
import basics.acceptance.scenario.Problems;
import basics.acceptance.target.Target;
import basics.acceptance.tokens.SignIn;
import basics.acceptance.tokens.Tokens;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Every operation of the contract, one after the other; unless said otherwise, what comes of those with a scope. */
public final class EveryOperationSteps {

    private final Attempts attempts;
    private final Target target = Run.current().target();

    public EveryOperationSteps(Attempts attempts) {
        this.attempts = attempts;
    }

    @When("every operation is asked for without a token")
    public void isAskedForWithoutAToken() {
        attempts.make(_ -> SignIn.NONE, _ -> Set.of());
    }

    @When("every operation is asked for with all scopes but its own")
    public void isAskedForWithAllScopesButItsOwn() {
        attempts.make(operation -> target.tokens().with(allBut(operation)), EveryOperationSteps::allBut);
    }

    @When("every operation is asked for")
    public void isAskedFor() {
        attempts.make(_ -> target.tokens().with(Tokens.ALL_SCOPES), _ -> Set.of());
    }

    @Then("every answer is the problem {int}")
    public void everyAnswerIsTheProblem(int status) {
        assertThat(attempts.withScope()).isNotEmpty()
                .allSatisfy(exchange -> Problems.assertProblem(exchange, status));
    }

    @Then("every answer is the problem {int}, also where no token is needed")
    public void everyAnswerOfAllIsTheProblem(int status) {
        assertThat(attempts.made().values()).isNotEmpty()
                .allSatisfy(exchange -> Problems.assertProblem(exchange, status));
    }

    @Then("^every answer's (\\S+) is \"(.*)\"$")
    public void everyAnswersHeaderIs(String header, String value) {
        assertThat(attempts.withScope()).isNotEmpty().allSatisfy(
                exchange -> assertThat(exchange.response().header(header)).as(exchange.told()).contains(value));
    }

    private static Set<String> allBut(Operation operation) {
        return Operation.scopes().stream().filter(scope -> !scope.equals(operation.scope().orElse("")))
                .collect(Collectors.toSet());
    }
}
