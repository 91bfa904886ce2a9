package basics.users;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Values;
import basics.http.Problem;
import basics.values.Email;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * An update of a user. Each attempt makes one conditional call, which is safe to retry. DynamoDB can't merge an object
 * in the patch into a stored one. So such a patch reads the user first, and then writes only to the version that it
 * read.
 */
record UserUpdate(Users users, Email email, Map<String, AttributeValue> patch, IfMatch ifMatch, Write write) {

    /**
     * Returns the whole user after the change. If the write was done by an earlier attempt, this includes later changes
     * of others.
     *
     * @throws Problem 404, 412, 422, or 503 when others keep changing the user until the function's time is nearly over
     */
    Map<String, AttributeValue> run() {
        return patch.values().stream().anyMatch(AttributeValue::hasM) ? merge() : set();
    }

    private Map<String, AttributeValue> set() {
        try {
            return write(patch, null);
        } catch (ConditionalCheckFailedException e) {
            var present = present(e);
            if (isDone(present)) {
                return present;
            }
            throw Users.preconditionFailed();
        }
    }

    private Map<String, AttributeValue> merge() {
        for (var attempt = 1;; attempt++) {
            var base = users.find(email, write.capacity());
            if (isDone(base)) {
                return base;
            }
            try {
                return write(merged(base), base);
            } catch (ConditionalCheckFailedException e) {
                var present = present(e);
                if (isDone(present)) {
                    return present;
                }
            }
            write.pause(attempt);
        }
    }

    private static Map<String, AttributeValue> present(ConditionalCheckFailedException failure) {
        if (!failure.hasItem()) {
            throw Users.notFound();
        }
        return failure.item();
    }

    /**
     * Whether this request has written the user already. This check precedes {@code If-Match}, whose version is
     * outdated by then.
     */
    private boolean isDone(Map<String, AttributeValue> present) {
        if (write.isIn(present)) {
            return true;
        }
        if (!ifMatch.matches(Version.of(present))) {
            throw Users.preconditionFailed();
        }
        return false;
    }

    private Map<String, AttributeValue> merged(Map<String, AttributeValue> base) {
        var merged = new LinkedHashMap<String, AttributeValue>();
        patch.forEach((name, value) -> merged.put(name, MergePatch.apply(base.get(name), value)));
        return merged;
    }

    /**
     * @param base the user as read, whose version is the only one to write to; or null for any version that
     *            {@code If-Match} allows
     */
    private Map<String, AttributeValue> write(Map<String, AttributeValue> changes,
            @Nullable Map<String, AttributeValue> base) {
        var now = users.clock().instant();
        var update = new Update();
        update.onlyIf("attribute_exists(" + update.name(User.EMAIL) + ")");
        if (base != null) {
            update.onlyIf(Version.unchanged(base, update.expression()));
        } else if (!ifMatch.any()) {
            update.onlyIf(ifMatch.condition(update.expression()));
        }
        changes.forEach((name, value) -> {
            if (MergePatch.isNull(value)) {
                update.remove(name);
            } else {
                update.set(name, value);
            }
        });
        // An item that another program wrote to the table may have no version.
        update.increment(User.VERSION);
        update.set(User.UPDATED_AT, Values.text(epochSeconds(now)));
        write.mark(update, now);
        var response = users.client().updateItem(update.request()
                .tableName(users.table())
                .key(User.key(email))
                .returnValues(ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                .build());
        write.capacity().write(response.consumedCapacity());
        return response.attributes();
    }

    /** Epoch seconds with six digits of fraction. */
    private static String epochSeconds(Instant now) {
        var human = User.humanDate(now);
        return now.getEpochSecond() + human.substring(human.indexOf('.'));
    }
}
