package basics.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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
 * Tests the priming of a domain's operations: it succeeds and leaves no trace. Each domain extends this class as
 * {@code <Tag>PrimingTest}.
 */
@ResourceLock(value = RuntimeHooks.LOCK, mode = ResourceAccessMode.READ)
public abstract class PrimedOperations {
    private static final List<String> READS = List.of("GetItem", "BatchGetItem", "TransactGetItems", "Query");
    private static final String NEVER = "attribute_exists(priming) AND attribute_not_exists(priming)";
    private static final String ENDING = "\u001fpriming";
    /** The suffix of keys, as JSON escapes it. */
    private static final String ESCAPED_ENDING = "\\u001Fpriming\"";
    /** The same number as in {@code basics.http.Priming}. */
    private static final int REQUESTS = 20;

    /** Creates the domain's tables, and returns the environment variables of its functions. */
    protected abstract Map<String, String> variables(Tables tables);

    /** The items that the contract's examples read or would create, by the variable of their table. */
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

    /** The tables hold the items of the examples, and even items with the suffixed keys. */
    @TestFactory
    Stream<DynamicTest> shouldChangeNothingEvenIfEverythingMatches() {
        return operations().map(operation -> DynamicTest.dynamicTest(operation.id(),
                () -> assertHarmless(operation, new Tables(), examples())));
    }

    private static Map<String, AttributeValue> nobodys(Map<String, AttributeValue> item) {
        var changed = new HashMap<>(item);
        changed.replaceAll((_, value) -> value.s() == null ? value : AttributeValue.fromS(value.s() + ENDING));
        return changed;
    }

    /**
     * Priming succeeds with DynamoDB's real responses and with those of a success. Each request uses a new connection,
     * which is closed afterwards.
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
            // Each request makes the same calls, one or more.
            assertThat(relay.sent().size()).isGreaterThanOrEqualTo(handler instanceof TableHandler ? REQUESTS : 0);
            assertThat(relay.sent().size() % REQUESTS).isZero();
            assertThat(relay.sent())
                    .allMatch(PrimedOperations::isHarmless)
                    .allSatisfy(request -> assertThat(request).contains("Connection: close")
                            .doesNotContain("Connection: keep-alive").containsOnlyOnce("X-Amz-Target"));
            await().atMost(Duration.ofMinutes(1)).until(() -> relay.open() == 0);
        }
    }

    private static boolean isHarmless(String request) {
        return request.contains("DynamoDB_20120810.Scan\r\n")
                ? request.contains(NEVER)
                : request.contains(ESCAPED_ENDING) && (request.contains(NEVER) || READS.stream()
                        .anyMatch(read -> request.contains("DynamoDB_20120810." + read + "\r\n")));
    }
}
