package basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import basics.contract.Operation;
import basics.dynamodb.TableHandler;
import basics.http.Handler;
import basics.http.PrimingRun;
import basics.testing.Handlers;
import basics.testing.PrimedOperations;
import basics.testing.Relay;
import basics.testing.RuntimeHooks;
import basics.testing.Tables;

/** Rules for the priming of every operation of the contract, including new ones. */
@ResourceLock(value = RuntimeHooks.LOCK, mode = ResourceAccessMode.READ)
class PrimedOperationsTest {
    private static final String NOWHERE = "http://localhost:1";

    static List<Operation> operations() {
        return Handlers.operations();
    }

    private static Handler handler(Operation operation, Relay relay, Map<String, String> variables) throws Exception {
        return Handlers.of(operation, Handlers.primed(relay, variables));
    }

    /** Any operation that uses a table. Its tables have the build's names for tests, and don't exist. */
    private static Handler ofTable(Relay relay, Map<String, String> variables) throws Exception {
        for (var operation : operations()) {
            var handler = handler(operation, relay, variables);
            if (handler instanceof TableHandler) {
                return handler;
            }
        }
        throw new AssertionError("No operation of the contract uses a table.");
    }

    private static Map<String, String> process(String endpoint) {
        var variables = new HashMap<>(System.getenv());
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", endpoint);
        return variables;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldBeTestedWithTheTablesOfItsDomain(Operation operation) throws ClassNotFoundException {
        var domain = operation.tag();

        assertThat(Class.forName("basics." + domain + "." + domain.substring(0, 1).toUpperCase(Locale.ROOT)
                + domain.substring(1) + "PrimingTest")).hasSuperclass(PrimedOperations.class);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldReportThatDynamoDbIsUnreachable(Operation operation) throws Exception {
        try (var relay = new Relay(new Tables().endpoint())) {
            var handler = handler(operation, relay, process(NOWHERE));

            if (handler instanceof TableHandler) {
                assertThat(PrimingRun.line(handler))
                        .startsWith("WARN priming=failed operation=" + operation.title() + " requests=1 status=503 ")
                        .contains("caused_by=java.net.ConnectException");
            }
        }
    }

    @Test
    void shouldReportAMissingTable() throws Exception {
        try (var relay = new Relay(new Tables().endpoint())) {
            assertThat(PrimingRun.line(ofTable(relay, process(relay.uri().toString()))))
                    .startsWith("WARN priming=failed operation=").contains(" requests=1 status=500 ")
                    .contains("dynamodb_error=ResourceNotFoundException");
        }
    }
}
