package basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import basics.contract.Operation;
import basics.dynamodb.TableHandler;
import basics.testing.Call;
import basics.testing.Handlers;

/**
 * The functions as Lambda creates them, with the build's environment variables for tests. Nothing listens at their
 * endpoint.
 */
class FunctionEnvironmentTest {
    static List<Operation> operations() {
        return Handlers.operations();
    }

    static Stream<Operation> secured() {
        return operations().stream().filter(Operation::isSecured);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldWorkInTheEnvironmentOfTheProcess(Operation operation) throws Exception {
        var function = Handlers.ofProcess(operation);
        var call = Call.of();

        var answer = call.send(function, Handlers.example(operation).toString());

        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example");
        if (function instanceof TableHandler) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(call.log().lines().getFirst()).contains("java.net.ConnectException");
        } else {
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("secured")
    void shouldRefuseAParameterThatIsNotInTheContract(Operation operation) throws Exception {
        var event = Handlers.example(operation);
        event.withObjectProperty("multiValueQueryStringParameters").putArray("unheard_of").add("1");

        var answer = Call.of().send(Handlers.ofProcess(operation), event.toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly("unheard_of");
    }

    /** Parameters outside of the JSON body are checked before the call of DynamoDB. */
    @ParameterizedTest
    @MethodSource("operations")
    void shouldAcceptTheParametersOfTheContract(Operation operation) throws Exception {
        var event = Handlers.example(operation);
        var query = event.withObjectProperty("multiValueQueryStringParameters");
        operation.parameters("query").forEach(name -> query.set(name,
                JsonNodeFactory.instance.arrayNode().add("?")));

        var answer = Call.of().send(Handlers.ofProcess(operation), event.toString());

        assertThat(answer.body()).doesNotContain("is not a parameter of this operation");
    }
}
