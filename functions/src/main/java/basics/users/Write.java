package basics.users;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Backoff;
import basics.dynamodb.Capacity;
import basics.http.Problem;
import basics.http.Request;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A request that writes a user. It recognises its own earlier write, and limits the time for retries. */
record Write(Request request, WriteToken token, @Nullable IdempotencyKey key, Capacity capacity) {
    Write(Request request, @Nullable IdempotencyKey key, Capacity capacity) {
        this(request, WriteToken.of(request.invocation()), key, capacity);
    }

    /**
     * Whether this request has written the item already. If so, DynamoDB's response was lost, or the client retries
     * with the same key.
     *
     * @throws Problem 422 if the key belongs to another request
     */
    boolean isIn(Map<String, AttributeValue> item) {
        return token.isIn(item) || (key != null && key.isIn(item));
    }

    /** Marks a new item as written by this request. */
    void markNew(Map<String, AttributeValue> item, Instant now) {
        token.markNew(item, now);
        if (key != null) {
            item.put(IdempotencyKey.ATTRIBUTE, key.value());
        }
    }

    /** Marks an update as written by this request. Its condition fails if the item has the mark already. */
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
     * Pauses, to let other writers of the user finish.
     *
     * @param attempts made so far
     * @throws Problem 503 when the function is about to time out
     */
    void pause(int attempts) {
        Backoff.pause(attempts, request.remainingMillis(),
                "Many others are changing this user just now. Nothing was changed; try again in a moment.");
    }
}
