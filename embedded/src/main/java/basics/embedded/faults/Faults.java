package basics.embedded.faults;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jetty.server.Request;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.TokenBucket;

/** What goes wrong with a request, and what is different for it. Nothing, unless a test has ordered it. */
public interface Faults {
    /** Nothing goes wrong. */
    Faults NONE = new Faults() {
    };

    /** Those of a request at the gateway. */
    static Faults of(Request request) {
        return request.getAttribute(Faults.class.getName()) instanceof Faults ordered ? ordered : NONE;
    }

    /**
     * Whether a function works under these, which it does in execution environments for them alone.
     *
     * @param function
     *            by its short name
     * @param authorizer
     *            whether it is asked as one: an authorizer is meant only when it is named
     */
    default boolean concern(String function, boolean authorizer) {
        return false;
    }

    /** Whether the test has ended them: nothing begins under them any more. */
    default boolean over() {
        return false;
    }

    /** Environment variables in place of those that a function has, or besides. */
    default Map<String, String> variables() {
        return Map.of();
    }

    /** What goes wrong with this call of DynamoDB, which is parsed if need be; each time it is asked is one call. */
    default Optional<DynamoDbFault> ofCall(String action, Supplier<JsonNode> call) {
        return Optional.empty();
    }

    /** What goes wrong with the function as soon as it is given the request. */
    default Optional<FunctionFault> atOnce() {
        return Optional.empty();
    }

    /** What goes wrong with the function in the middle of a call of DynamoDB that {@link #ofCall} has chosen. */
    default Optional<FunctionFault> duringCall() {
        return Optional.empty();
    }

    default Duration timeout(Duration usual) {
        return usual;
    }

    default Duration integrationTimeout(Duration usual) {
        return usual;
    }

    /** The rate limit of a method, such as {@code GET /things}, in place of the stage's. */
    default Optional<TokenBucket> limit(String method) {
        return Optional.empty();
    }
}
