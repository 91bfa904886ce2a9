package basics.embedded.faults;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How calls of DynamoDB go wrong.
 *
 * @param action
 *            such as {@code PutItem}; none for every action
 * @param key
 *            only calls with this text as a value, such as that of a partition key that gets too busy; none for all
 * @param calls
 *            how many of the next calls; none for all
 * @param millis
 *            how late a slow one is; none for later than the functions wait
 */
public record DynamoDbFault(Kind kind, @Nullable String action, @Nullable String key, @Nullable Integer calls,
        @Nullable Integer millis) {
    private static final int SLOW_MILLIS = 3_600;
    /** What DynamoDB's JSON calls the type of texts. */
    private static final String TEXT = "S";

    /** What becomes of a call. */
    public enum Kind {
        /** Refused, as the table's throughput is used up; a transaction is cancelled for that reason. */
        THROTTLED,
        /** Refused, as if the role did not allow it. */
        DENIED,
        /** Not applied, and the connection closed without an answer. */
        REQUEST_LOST,
        /** Applied, and the connection closed without an answer. */
        ANSWER_LOST,
        /** Applied late, and answered then, whether or not anybody still waits. */
        SLOW;

        /** Whether the caller waits for an answer: meanwhile something may happen to it. */
        boolean lasts() {
            return this != THROTTLED && this != DENIED;
        }
    }

    /** Checks what a test has sent. */
    public DynamoDbFault {
        Order.require(kind != null, "dynamoDb needs a kind");
        Order.require(calls == null || calls > 0, "calls must be positive");
        Order.require(millis == null || (millis > 0 && kind == Kind.SLOW),
                "millis must be positive, and are for SLOW only");
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
