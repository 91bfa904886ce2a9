package basics.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import basics.contract.Operation;
import basics.dynamodb.TableHandler;
import basics.http.PrimingRun;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The priming of a domain's operations: it goes well, and nobody can tell it from none. A domain extends this by
 * {@code <Tag>PrimingTest}.
 */
@ResourceLock(value = RuntimeHooks.LOCK, mode = ResourceAccessMode.READ)
public abstract class PrimedOperations {
    private static final List<String> READS = List.of("GetItem", "BatchGetItem", "TransactGetItems", "Query");
    private static final String NEVER = "attribute_exists(priming) AND attribute_not_exists(priming)";
    private static final String ENDING = "\u001fpriming";
    /** As it is in JSON. */
    private static final String ESCAPED_ENDING = "\\u001Fpriming\"";
    /** As in {@code basics.http.Priming}. */
    private static final int REQUESTS = 20;

    /** Makes the domain's tables, and returns the variables of its functions. */
    protected abstract Map<String, String> variables(Tables tables);

    /** The items that the contract's examples ask for, or would make, by the variable of their table. */
    protected abstract Map<String, Map<String, AttributeValue>> examples();

    private Stream<Operation> operations() {
        var domain = getClass().getPackageName();
        return Handlers.operations().stream().filter(operation -> domain.equals("basics." + operation.tag()));
    }

    @TestFactory
    Stream<DynamicTest> shouldChangeNothing() {
        return operations().map(operation -> DynamicTest.dynamicTest(operation.id(),
                () -> assertHarmless(operation, new Tables(), Map.of())));
    }

    /** Somebody has what the examples ask for, and somebody even the keys that nobody can have. */
    @TestFactory
    Stream<DynamicTest> shouldChangeNothingThoughEverythingMatches() {
        return operations().map(operation -> DynamicTest.dynamicTest(operation.id(),
                () -> assertHarmless(operation, new Tables(), examples())));
    }

    private static Map<String, AttributeValue> nobodys(Map<String, AttributeValue> item) {
        var changed = new HashMap<>(item);
        changed.replaceAll((_, value) -> value.s() == null ? value : AttributeValue.fromS(value.s() + ENDING));
        return changed;
    }

    /**
     * All goes well, both where DynamoDB's own answer is taken and where that of a success is. DynamoDB gets each request
     * on a connection of its own, of which nothing is left.
     */
    private void assertHarmless(Operation operation, Tables tables, Map<String, Map<String, AttributeValue>> items)
            throws Exception {
        var variables = variables(tables);
        items.forEach((variable, item) -> Stream.of(item, nobodys(item)).forEach(each -> tables.client().putItem(
                put -> put.tableName(Objects.requireNonNull(variables.get(variable))).item(each))));
        try (var relay = new Relay(tables.endpoint())) {
            var handler = Handlers.of(operation, Handlers.primed(relay, variables));
            var before = tables.contents();

            assertThat(PrimingRun.line(handler))
                    .matches("INFO priming=done operation=\\w+ requests=20 status=(404,|409,|412,)?20[014] .*");

            assertThat(tables.contents()).isEqualTo(before);
            assertThat(relay.sent()).hasSize(handler instanceof TableHandler ? REQUESTS : 0)
                    .allMatch(PrimedOperations::isHarmless)
                    .allSatisfy(request -> assertThat(request).contains("Connection: close")
                            .doesNotContain("Connection: keep-alive").containsOnlyOnce("X-Amz-Target"));
            await().until(() -> relay.open() == 0);
        }
    }

    private static boolean isHarmless(String request) {
        return request.contains("DynamoDB_20120810.Scan\r\n")
                ? request.contains(NEVER)
                : request.contains(ESCAPED_ENDING) && (request.contains(NEVER) || READS.stream()
                        .anyMatch(read -> request.contains("DynamoDB_20120810." + read + "\r\n")));
    }
}
