package basics.users;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Backoff;
import basics.dynamodb.Capacity;
import basics.http.Problem;
import basics.http.Request;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A request that writes a user: how it knows its own write again, and how long it may try. */
record Write(Request request, WriteToken token, @Nullable IdempotencyKey key, Capacity capacity) {
    Write(Request request, @Nullable IdempotencyKey key, Capacity capacity) {
        this(request, WriteToken.of(request.invocation()), key, capacity);
    }

    /**
     * Whether an item holds what this request writes. Then its answer was lost before, or the client sends it again with
     * the same key.
     *
     * @throws Problem 422 if the key belongs to another request
     */
    boolean isIn(Map<String, AttributeValue> item) {
        return token.isIn(item) || (key != null && key.isIn(item));
    }

    /** Marks a new item as this request's. */
    void markNew(Map<String, AttributeValue> item, Instant now) {
        token.markNew(item, now);
        if (key != null) {
            item.put(IdempotencyKey.ATTRIBUTE, key.value());
        }
    }

    /** Marks what an update writes as this request's; its condition fails if the item holds that already. */
    void mark(Update update, Instant now) {
        token.mark(update, now);
        if (key == null) {
            update.remove(IdempotencyKey.ATTRIBUTE);
        } else {
            update.onlyIf("NOT contains(" + update.name(IdempotencyKey.ATTRIBUTE) + ", " + update.value(key.key())
                    + ")");
            update.set(IdempotencyKey.ATTRIBUTE, key.value());
        }
    }

    /**
     * Gives others the time to be done with the user.
     *
     * @param attempts made so far
     * @throws Problem 503 when the function's time is nearly over
     */
    void pause(int attempts) {
        Backoff.pause(attempts, request.remainingMillis(),
                "Many others are changing this user just now. Nothing was changed; try again in a moment.");
    }
}
