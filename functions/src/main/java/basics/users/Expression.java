package basics.users;

import java.util.LinkedHashMap;
import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The names and values of an expression. It uses placeholders throughout, since a name may be a reserved word or
 * contain a dot.
 */
final class Expression {
    private final Map<String, String> placeholders = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, AttributeValue> values = new LinkedHashMap<>();

    String name(String name) {
        return placeholders.computeIfAbsent(name, _ -> {
            var placeholder = "#n" + names.size();
            names.put(placeholder, name);
            return placeholder;
        });
    }

    String value(AttributeValue value) {
        var placeholder = ":v" + values.size();
        values.put(placeholder, value);
        return placeholder;
    }

    Map<String, String> names() {
        return names;
    }

    Map<String, AttributeValue> values() {
        return values;
    }
}
