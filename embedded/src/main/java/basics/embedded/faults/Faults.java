package basics.embedded.faults;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jetty.server.Request;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.TokenBucket;

/** The faults and changed settings of a request, which only a test orders. */
public interface Faults {
    /** No faults. */
    Faults NONE = new Faults() {
    };

    /** The faults of a request at the gateway. */
    static Faults of(Request request) {
        return request.getAttribute(Faults.class.getName()) instanceof Faults ordered ? ordered : NONE;
    }

    /**
     * Whether these faults apply to a function. It then runs in execution environments used only for these faults.
     *
     * @param function
     *            the function's short name
     * @param authorizer
     *            whether it is called as an authorizer; faults apply to an authorizer only when they name it
     */
    default boolean concern(String function, boolean authorizer) {
        return false;
    }

    /** Whether the test has ended them. No new request uses them afterwards. */
    default boolean over() {
        return false;
    }

    /** Environment variables to add or replace. */
    default Map<String, String> variables() {
        return Map.of();
    }

    /**
     * The fault of a call of DynamoDB. Each invocation of this method counts as one call. The call is parsed only if its
     * content matters.
     */
    default Optional<DynamoDbFault> ofCall(String action, Supplier<JsonNode> call) {
        return Optional.empty();
    }

    /** The fault of the function as soon as it receives the request. */
    default Optional<FunctionFault> atOnce() {
        return Optional.empty();
    }

    /** The fault of the function during a call of DynamoDB chosen by {@link #ofCall}. */
    default Optional<FunctionFault> duringCall() {
        return Optional.empty();
    }

    default Duration timeout(Duration usual) {
        return usual;
    }

    default Duration integrationTimeout(Duration usual) {
        return usual;
    }

    /** The rate limit of a method, such as {@code GET /things}, instead of the stage's. */
    default Optional<TokenBucket> limit(String method) {
        return Optional.empty();
    }
}
