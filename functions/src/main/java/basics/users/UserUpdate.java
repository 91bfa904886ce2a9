package basics.users;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Capacity;
import basics.dynamodb.Values;
import basics.http.Problem;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * One update of one user. Each attempt is a single conditional call. An object in the patch merges into what is
 * stored, which DynamoDB can't do by itself: such a patch reads first, and writes only to the version that it read.
 */
record UserUpdate(Users users, Email email, Map<String, AttributeValue> patch, IfMatch ifMatch, Capacity capacity) {
    /** Losing this often means that many write to one user at once: then the client is to decide. */
    private static final int ATTEMPTS = 8;

    /**
     * The whole user after the change.
     *
     * @throws Problem 404, 412, or 409 when others keep changing the user
     */
    Map<String, AttributeValue> run() {
        if (patch.values().stream().noneMatch(AttributeValue::hasM)) {
            try {
                return write(patch, null);
            } catch (ConditionalCheckFailedException e) {
                throw e.hasItem() ? Users.preconditionFailed() : Users.notFound();
            }
        }
        var present = users.find(email, capacity);
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (present == null) {
                throw Users.notFound();
            }
            var version = Version.of(present);
            if (!ifMatch.matches(version)) {
                throw Users.preconditionFailed();
            }
            try {
                return write(merged(present), version);
            } catch (ConditionalCheckFailedException e) {
                present = e.hasItem() ? e.item() : null;
            }
        }
        throw new Problem(409, "Others are changing this user just now. Nothing was changed; try again.");
    }

    private Map<String, AttributeValue> merged(Map<String, AttributeValue> present) {
        var merged = new LinkedHashMap<String, AttributeValue>();
        patch.forEach((name, value) -> merged.put(name, MergePatch.apply(present.get(name), value)));
        return merged;
    }

    /** @param base the only version to write to, or null for any that {@code If-Match} allows */
    private Map<String, AttributeValue> write(Map<String, AttributeValue> changes, @Nullable Version base) {
        var expression = new Expression();
        var update = updateExpression(changes, expression);
        var conditions = new ArrayList<String>();
        conditions.add("attribute_exists(" + expression.name(User.EMAIL) + ")");
        if (base != null) {
            conditions.add(base.condition(expression));
        } else if (!ifMatch.any()) {
            conditions.add(ifMatch.condition(expression));
        }
        var response = users.client().updateItem(UpdateItemRequest.builder()
                .tableName(users.table())
                .key(email.key())
                .updateExpression(update)
                .conditionExpression(String.join(" AND ", conditions))
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values())
                .returnValues(ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                .build());
        capacity.write(response.consumedCapacity());
        return response.attributes();
    }

    private String updateExpression(Map<String, AttributeValue> changes, Expression expression) {
        var sets = new ArrayList<String>();
        var removes = new ArrayList<String>();
        for (var change : changes.entrySet()) {
            var name = expression.name(change.getKey());
            if (MergePatch.isNull(change.getValue())) {
                removes.add(name);
            } else {
                sets.add(name + " = " + expression.value(change.getValue()));
            }
        }
        var version = expression.name(User.VERSION);
        // An item that others wrote to the table may have no version yet.
        sets.add(version + " = if_not_exists(" + version + ", " + expression.value(AttributeValue.fromN("0")) + ") + "
                + expression.value(AttributeValue.fromN("1")));
        sets.add(expression.name(User.UPDATED_AT) + " = " + expression.value(Values.text(now())));
        var set = "SET " + String.join(", ", sets);
        return removes.isEmpty() ? set : set + " REMOVE " + String.join(", ", removes);
    }

    /** Epoch seconds with six digits of a fraction. */
    private String now() {
        var now = users.clock().instant();
        var human = User.humanDate(now);
        return now.getEpochSecond() + human.substring(human.indexOf('.'));
    }
}
