package basics.embedded.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.StartException;
import basics.embedded.template.Json;
import basics.embedded.template.Properties;

/** Reads mock integrations (API Gateway Developer Guide, "x-amazon-apigateway-integration object"). */
final class Mocks {
    private static final String HEADER = "method.response.header.";
    private static final String DEFAULT = "default";
    private static final String TEXT = "CONVERT_TO_TEXT";
    private static final int OK = 200;

    private Mocks() {}

    static Mock read(String name, JsonNode node) {
        var owner = "the integration of " + name;
        Properties.check(owner, node,
                Set.of("type", "requestTemplates", "responses", "passthroughBehavior", "contentHandling"),
                Set.of("httpMethod", "uri"));
        var statuses = new LinkedHashMap<String, Integer>();
        node.path("requestTemplates").properties().forEach(template -> statuses
                .put(template.getKey().toLowerCase(Locale.ROOT), status(name, template.getValue().asText())));
        var responses = new ArrayList<Mock.Response>();
        node.path("responses").properties()
                .forEach(response -> responses.add(response(name, response.getKey(), response.getValue())));
        return new Mock(statuses, passesThrough(owner, node, statuses), isText(owner, node), responses);
    }

    private static boolean passesThrough(String owner, JsonNode node, Map<String, Integer> statuses) {
        return switch (node.path("passthroughBehavior").asText("when_no_match").toLowerCase(Locale.ROOT)) {
            case "when_no_match" -> true;
            case "when_no_templates" -> statuses.isEmpty();
            case "never" -> false;
            case String other -> throw new StartException(
                    "The embedded target doesn't know the passthroughBehavior %s of %s.".formatted(other, owner));
        };
    }

    private static boolean isText(String owner, JsonNode node) {
        var handling = node.path("contentHandling").asText("");
        if (!handling.isEmpty() && !handling.equals(TEXT)) {
            throw new StartException(
                    "The embedded target can't honour the contentHandling %s of %s.".formatted(handling, owner));
        }
        return handling.equals(TEXT);
    }

    private static int status(String name, String template) {
        try {
            var status = Json.MAPPER.readTree(template).path("statusCode");
            if (status.isInt()) {
                return status.asInt();
            }
        } catch (JsonProcessingException malformed) {
            throw new StartException("The embedded target can't evaluate the request template of %s.".formatted(name),
                    malformed);
        }
        throw new StartException("The request template of %s gives no statusCode, a whole number.".formatted(name));
    }

    private static Mock.Response response(String name, String key, JsonNode node) {
        var owner = "the response %s of %s".formatted(key, name);
        Properties.check(owner, node,
                Set.of("statusCode", "responseParameters", "responseTemplates", "contentHandling"), Set.of());
        var headers = new LinkedHashMap<String, ContextTemplate>();
        node.path("responseParameters").properties().forEach(parameter -> headers
                .put(header(owner, parameter.getKey()), value(owner, parameter.getKey(), parameter.getValue())));
        var bodies = new LinkedHashMap<String, ContextTemplate>();
        node.path("responseTemplates").properties()
                .forEach(template -> bodies.put(template.getKey().toLowerCase(Locale.ROOT),
                        ContextTemplate.of("the template of " + owner, template.getValue().asText())));
        return new Mock.Response(key.equals(DEFAULT) ? Optional.empty() : Optional.of(Pattern.compile(key)),
                node.path("statusCode").asInt(OK), headers, bodies, isText(owner, node));
    }

    private static String header(String owner, String parameter) {
        if (!parameter.startsWith(HEADER)) {
            throw new StartException("The embedded target can't honour %s of %s.".formatted(parameter, owner));
        }
        return parameter.substring(HEADER.length());
    }

    /** A text in single quotes, or a variable of the context. */
    private static ContextTemplate value(String owner, String parameter, JsonNode node) {
        var text = node.asText();
        if (text.length() >= 2 && text.startsWith("'") && text.endsWith("'")) {
            return new ContextTemplate(text.substring(1, text.length() - 1));
        }
        if (text.startsWith("context.")) {
            return ContextTemplate.ofVariable("%s of %s".formatted(parameter, owner), text);
        }
        throw new StartException(
                "The embedded target can't honour %s: %s of %s.".formatted(parameter, text, owner));
    }
}
