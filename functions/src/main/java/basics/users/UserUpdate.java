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
 * One update of one user. Each attempt is a single conditional call, which is harmless when it is repeated. An object in
 * the patch merges into what is stored, which DynamoDB can't do by itself: such a patch reads first, and writes only to
 * the version that it read.
 */
record UserUpdate(Users users, Email email, Map<String, AttributeValue> patch, IfMatch ifMatch, Write write) {

    /**
     * The whole user after the change, and after whatever others have changed since.
     *
     * @throws Problem 404, 412, 422, or 503 when others change the user for as long as the function may run
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

    /** Whether there is nothing left to do. That comes before {@code If-Match}: its version has moved on by then. */
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

    /** @param base the only version to write to, or null for any that {@code If-Match} allows */
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
        // An item that others wrote to the table may have no version yet.
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

    /** With six digits of a fraction. */
    private static String epochSeconds(Instant now) {
        var human = User.humanDate(now);
        return now.getEpochSecond() + human.substring(human.indexOf('.'));
    }
}
