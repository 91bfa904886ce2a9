package basics.embedded.template;

import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;

import basics.embedded.platform.StartException;

/**
 * Replaces intrinsic functions by their values (CloudFormation User Guide, "Intrinsic function reference"). The value
 * {@code AWS::NoValue} becomes a missing node, and its parent omits it.
 */
final class Resolver {
    private static final Pattern SUB = Pattern.compile("\\$\\{([^}]*)}");
    private final JsonNode template;
    private final Parameters parameters;
    private final References references;
    private final Map<String, String> pseudoParameters;
    private final Conditions conditions;

    Resolver(JsonNode template, Parameters parameters, Naming naming) {
        this.template = template;
        this.parameters = parameters;
        this.references = new References(naming, template.path("Resources"));
        this.pseudoParameters = Map.of("AWS::AccountId", naming.account(), "AWS::Region", naming.region(),
                "AWS::Partition", "aws", "AWS::URLSuffix", "amazonaws.com", "AWS::StackName", naming.stack(),
                "AWS::StackId", naming.arn("cloudformation", "stack/" + naming.stack() + "/embedded"));
        this.conditions = new Conditions(template.path("Conditions"), this);
    }

    boolean holds(String condition, String where) {
        return conditions.holds(condition, where);
    }

    String physicalName(String logicalId) {
        return references.physicalName(logicalId, this::text);
    }

    JsonNode resolve(JsonNode node, String where) {
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            for (var i = 0; i < node.size(); i++) {
                var element = resolve(node.get(i), where + "/" + i);
                if (!element.isMissingNode()) {
                    array.add(element);
                }
            }
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        if (node.size() == 1) {
            var only = node.properties().iterator().next();
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
                return call(only.getKey(), only.getValue(), where);
            }
        }
        var object = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(member -> {
            var value = resolve(member.getValue(), where + "/" + member.getKey());
            if (!value.isMissingNode()) {
                object.set(member.getKey(), value);
            }
        });
        return object;
    }

    String text(JsonNode node, String where) {
        var value = resolve(node, where);
        if (!value.isValueNode()) {
            throw new StartException("%s should be a text, not %s.".formatted(where, value));
        }
        return value.asText();
    }

    private JsonNode call(String function, JsonNode argument, String where) {
        return switch (function) {
            case "Ref" -> ref(argument.asText(), where);
            case "Fn::GetAtt" -> attribute(argument, where);
            case "Fn::Join" -> join(argument, where);
            case "Fn::Sub" -> substitute(argument, where);
            case "Fn::Select" -> select(argument, where);
            case "Fn::Split" -> split(argument, where);
            case "Fn::FindInMap" -> find(argument, where);
            case "Fn::If" ->
                resolve(argument.path(holds(argument.path(0).asText(), where) ? 1 : 2), where + "/" + function);
            default -> throw new StartException(
                    "The embedded target does not know the intrinsic function %s, used in %s.".formatted(function,
                            where));
        };
    }

    private JsonNode ref(String name, String where) {
        if (name.equals("AWS::NoValue")) {
            return MissingNode.getInstance();
        }
        if (pseudoParameters.containsKey(name)) {
            return TextNode.valueOf(pseudoParameters.get(name));
        }
        var parameter = parameters.value(name);
        if (parameter.isPresent()) {
            return TextNode.valueOf(parameter.get());
        }
        if (references.type(name) == null) {
            throw new StartException("%s refers to %s, which is neither a resource nor a parameter with a value."
                    .formatted(where, name));
        }
        return TextNode.valueOf(references.ref(name, physicalName(name)));
    }

    private JsonNode attribute(JsonNode argument, String where) {
        var path = argument.isTextual()
                ? argument.asText().split("\\.", 2)
                : new String[]{argument.path(0).asText(), argument.path(1).asText()};
        if (path.length != 2 || references.type(path[0]) == null) {
            throw new StartException(
                    "%s asks for an attribute of %s, which the template lacks.".formatted(where, argument));
        }
        return TextNode.valueOf(references.attribute(path[0], physicalName(path[0]), path[1], where));
    }

    private JsonNode join(JsonNode argument, String where) {
        return TextNode.valueOf(String.join(argument.path(0).asText(), Json.texts(resolve(argument.path(1), where))));
    }

    private JsonNode substitute(JsonNode argument, String where) {
        var own = argument.path(1);
        var text = argument.isTextual() ? argument.asText() : argument.path(0).asText();
        return TextNode.valueOf(SUB.matcher(text).replaceAll(match -> {
            var name = match.group(1);
            return java.util.regex.Matcher.quoteReplacement(switch (name) {
                case String literal when literal.startsWith("!") -> "${" + literal.substring(1) + "}";
                case String given when own.has(given) -> text(own.get(given), where);
                case String dotted when dotted.contains(".") -> attribute(TextNode.valueOf(dotted), where).asText();
                default -> ref(name, where).asText();
            });
        }));
    }

    private JsonNode select(JsonNode argument, String where) {
        var index = Integer.parseInt(text(argument.path(0), where));
        var chosen = resolve(argument.path(1), where).path(index);
        if (chosen.isMissingNode()) {
            throw new StartException("%s selects element %d, which does not exist.".formatted(where, index));
        }
        return chosen;
    }

    private JsonNode split(JsonNode argument, String where) {
        var parts = JsonNodeFactory.instance.arrayNode();
        for (var part : text(argument.path(1), where).split(Pattern.quote(argument.path(0).asText()), -1)) {
            parts.add(part);
        }
        return parts;
    }

    private JsonNode find(JsonNode argument, String where) {
        var found = template.path("Mappings").path(text(argument.path(0), where)).path(text(argument.path(1), where))
                .path(text(argument.path(2), where));
        if (found.isMissingNode()) {
            throw new StartException("%s looks up %s, which no mapping contains.".formatted(where, argument));
        }
        return found;
    }
}
