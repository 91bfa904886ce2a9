package basics.users;

import java.util.ArrayList;
import java.util.List;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The changes and conditions of an UpdateItem. */
final class Update {
    private final Expression expression = new Expression();
    private final List<String> conditions = new ArrayList<>();
    private final List<String> sets = new ArrayList<>();
    private final List<String> removes = new ArrayList<>();
    private final List<String> adds = new ArrayList<>();

    Expression expression() {
        return expression;
    }

    String name(String name) {
        return expression.name(name);
    }

    String value(AttributeValue value) {
        return expression.value(value);
    }

    void onlyIf(String condition) {
        conditions.add(condition);
    }

    void set(String name, AttributeValue value) {
        sets.add(name(name) + " = " + value(value));
    }

    /** Adds one to a number. A missing number counts as 0. */
    void increment(String name) {
        sets.add(name(name) + " = if_not_exists(" + name(name) + ", " + value(AttributeValue.fromN("0")) + ") + "
                + value(AttributeValue.fromN("1")));
    }

    void remove(String name) {
        removes.add(name(name));
    }

    /** Adds elements to a set, and creates the set if it doesn't exist. */
    void add(String name, AttributeValue set) {
        adds.add(name(name) + ' ' + value(set));
    }

    UpdateItemRequest.Builder request() {
        var update = new StringBuilder();
        clause(update, "SET ", sets);
        clause(update, " REMOVE ", removes);
        clause(update, " ADD ", adds);
        return UpdateItemRequest.builder()
                .updateExpression(update.toString())
                .conditionExpression(String.join(" AND ", conditions))
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values());
    }

    private static void clause(StringBuilder update, String keyword, List<String> actions) {
        if (!actions.isEmpty()) {
            update.append(keyword).append(String.join(", ", actions));
        }
    }
}
