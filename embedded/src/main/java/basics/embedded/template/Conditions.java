package basics.embedded.template;

import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.StartException;

/** The template's conditions (CloudFormation User Guide, "Condition functions"). */
final class Conditions {
    private final JsonNode conditions;
    private final Resolver resolver;

    Conditions(JsonNode conditions, Resolver resolver) {
        this.conditions = conditions;
        this.resolver = resolver;
    }

    boolean holds(String name, String where) {
        var condition = conditions.get(name);
        if (condition == null) {
            throw new StartException(
                    "%s depends on the condition %s, which the template lacks.".formatted(where, name));
        }
        return evaluate(condition, "Conditions/" + name);
    }

    private boolean evaluate(JsonNode condition, String where) {
        var function = condition.properties().iterator().next();
        var argument = function.getValue();
        return switch (function.getKey()) {
            case "Condition" -> holds(argument.asText(), where);
            case "Fn::Equals" ->
                resolver.text(argument.path(0), where).equals(resolver.text(argument.path(1), where));
            case "Fn::Not" -> !evaluate(argument.path(0), where);
            case "Fn::And" -> StreamSupport.stream(argument.spliterator(), false).allMatch(one -> evaluate(one, where));
            case "Fn::Or" -> StreamSupport.stream(argument.spliterator(), false).anyMatch(one -> evaluate(one, where));
            default ->
                throw new StartException("The embedded target does not know the condition function %s, used in %s."
                        .formatted(function.getKey(), where));
        };
    }
}
