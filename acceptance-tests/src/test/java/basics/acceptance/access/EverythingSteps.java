package basics.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import basics.acceptance.api.Exchange;
import basics.acceptance.api.Operation;
import basics.acceptance.api.Run;
import basics.acceptance.scenario.Attempts;
import basics.acceptance.scenario.OutcomeSteps;
import basics.acceptance.scenario.Refusal;
import basics.acceptance.target.Target;
import basics.acceptance.tokens.SignIn;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Everything that can be asked of the service, as the contract lists it: a new operation is among it by itself. */
public final class EverythingSteps {

    private static final String OPEN = "yes";

    private final Attempts attempts;
    private final Target target = Run.current().target();
    private final Map<String, Map<Operation, Exchange>> byScope = new TreeMap<>();

    public EverythingSteps(Attempts attempts) {
        this.attempts = attempts;
    }

    @When("{person} tries everything without signing in")
    public void triesEverythingWithoutSigningIn(String person) {
        attempts.make(_ -> SignIn.NONE, _ -> Set.of());
    }

    @When("{person} tries everything, with one right at a time")
    public void triesEverythingWithOneRightAtATime(String person) {
        for (var scope : Operation.scopes()) {
            byScope.put(scope, attempts.make(_ -> target.tokens().with(Set.of(scope)), _ -> Set.of(scope)));
        }
    }

    @Then("everything that asks for a right is refused because {refusal}")
    public void everythingIsRefused(Refusal refusal) {
        assertThat(attempts.withScope()).isNotEmpty()
                .allSatisfy(exchange -> OutcomeSteps.assertRefused(exchange, refusal));
    }

    /** The table is the whole truth: each of its rows and columns, and what came of them. What it lacks opened nothing. */
    @Then("each right to {word} opens this and nothing else:")
    public void eachRightOpensThisAndNothingElse(String domain, DataTable table) {
        var scopes = new ArrayList<>(table.row(0).subList(1, table.width()).stream().map(Right::scope).toList());
        assertThat(scopes).as("the rights to " + domain + " of openapi.yaml, as columns")
                .containsExactlyInAnyOrderElementsOf(
                        byScope.keySet().stream().filter(scope -> scope.startsWith(domain + ':')).toList());

        var found = new ArrayList<List<String>>();
        found.add(written(table.row(0)));
        // In the table's order; what it lacks comes last.
        var rows = table.column(0);
        var operations = Operation.all().stream()
                .filter(operation -> operation.scopeDomain().filter(domain::equals).isPresent())
                .sorted(Comparator.comparing(operation -> rows.contains(operation.summary())
                        ? rows.indexOf(operation.summary())
                        : rows.size()))
                .toList();
        for (var operation : operations) {
            var row = new ArrayList<>(List.of(operation.summary()));
            scopes.forEach(scope -> row.add(opened(scope, operation) ? OPEN : ""));
            found.add(row);
            assertThat(byScope.keySet()).filteredOn(scope -> !scopes.contains(scope))
                    .as("other rights that open " + operation.summary())
                    .noneMatch(scope -> opened(scope, operation));
        }
        assertThat(text(table.cells().stream().map(EverythingSteps::written).toList()))
                .as("what each right opened").isEqualTo(text(found));
    }

    private boolean opened(String scope, Operation operation) {
        var exchange = Optional.ofNullable(byScope.get(scope)).map(made -> made.get(operation))
                .orElseThrow();
        var status = exchange.response().status();
        assertThat(status).as(exchange.told()).isLessThan(500).isNotEqualTo(401);
        return status != 403;
    }

    private static List<String> written(List<String> row) {
        return row.stream().map(cell -> Objects.requireNonNullElse(cell, "")).toList();
    }

    /** As a feature has it, so that a failure shows the table to paste. */
    private static String text(List<List<String>> rows) {
        var widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
        return rows.stream().map(row -> IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column) + " ".repeat(widths[column] - row.get(column).length()))
                .collect(Collectors.joining(" | ", "| ", " |"))).collect(Collectors.joining("\n", "\n", "\n"));
    }
}
