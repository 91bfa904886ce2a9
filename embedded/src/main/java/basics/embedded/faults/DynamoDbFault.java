package basics.embedded.faults;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A fault of calls of DynamoDB.
 *
 * @param action
 *            such as {@code PutItem}; null for every action
 * @param key
 *            only calls with this text as a value, such as the partition key that gets too busy; null for all calls
 * @param calls
 *            how many of the next calls are affected; null for all
 * @param millis
 *            the delay of a slow call; null for longer than the functions' timeout
 */
public record DynamoDbFault(Kind kind, @Nullable String action, @Nullable String key, @Nullable Integer calls,
        @Nullable Integer millis) {
    private static final int SLOW_MILLIS = 5_000;
    /** What DynamoDB's JSON calls the type of texts. */
    private static final String TEXT = "S";

    /** What happens to a call. */
    public enum Kind {
        /** Refused as if the table's throughput were used up. A transaction is cancelled for that reason. */
        THROTTLED,
        /** Refused, as if the role did not allow it. */
        DENIED,
        /** Not applied; the connection closes without a response. */
        REQUEST_LOST,
        /** Applied; the connection closes without a response. */
        ANSWER_LOST,
        /** Applied and answered late, even if the caller has given up. */
        SLOW;

        /** Whether the caller waits, so that another fault can hit it meanwhile. */
        boolean lasts() {
            return this != THROTTLED && this != DENIED;
        }
    }

    /** Checks the values that a test has sent. */
    public DynamoDbFault {
        Order.require(kind != null, "dynamoDb needs a kind");
        Order.require(calls == null || calls > 0, "calls must be positive");
        Order.require(millis == null || (millis > 0 && kind == Kind.SLOW),
                "millis must be positive, and apply to SLOW only");
    }

    /** Whether it is for this call. */
    boolean concerns(String called, Supplier<JsonNode> call) {
        return (action == null || action.equals(called))
                && (key == null || call.get().findValuesAsText(TEXT).contains(key));
    }

    public Duration delay() {
        return Duration.ofMillis(Objects.requireNonNullElse(millis, SLOW_MILLIS));
    }
}
