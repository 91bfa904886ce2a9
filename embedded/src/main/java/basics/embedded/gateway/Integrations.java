package basics.embedded.gateway;

import basics.embedded.platform.StartException;
import basics.embedded.template.Json;
import basics.embedded.template.Properties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code x-amazon-apigateway-integration} (API Gateway Developer Guide, "OpenAPI extensions"). */
final class Integrations {
    private static final Duration LONGEST = Duration.ofSeconds(29);
    private static final Pattern INVOCATION = Pattern
            .compile("arn:aws:apigateway:[^:]+:lambda:path/2015-03-31/functions/(arn:.+)/invocations");
    private static final String HEADER = "method.response.header.";

    private Integrations() {}

    static Integration read(String name, JsonNode node) {
        return switch (node.path("type").asText().toLowerCase(Locale.ROOT)) {
            case "aws_proxy" -> proxy(name, node);
            case "mock" -> mock(name, node);
            default -> throw new StartException(
                    "The embedded target can't serve the integration '%s' of %s.".formatted(node.path("type").asText(),
                            name));
        };
    }

    private static Integration proxy(String name, JsonNode node) {
        Properties.check("the integration of " + name, node, Set.of("type", "uri", "httpMethod", "timeoutInMillis"),
                Set.of("passthroughBehavior", "payloadFormatVersion", "responses"));
        var uri = INVOCATION.matcher(node.path("uri").asText());
        if (!uri.matches() || !node.path("httpMethod").asText().equals("POST")) {
            throw new StartException("The integration of %s is not a POST to a function: %s.".formatted(name, node));
        }
        return new Integration.Proxy(uri.group(1),
                Duration.ofMillis(node.path("timeoutInMillis").asLong(LONGEST.toMillis())));
    }

    private static Integration mock(String name, JsonNode node) {
        Properties.check("the integration of " + name, node, Set.of("type", "requestTemplates", "responses"),
                Set.of("passthroughBehavior", "contentHandling", "httpMethod", "uri"));
        var status = status(name, node.path("requestTemplates").path("application/json").asText());
        var response = node.path("responses").path(Integer.toString(status));
        if (response.isMissingNode()) {
            response = node.path("responses").path("default");
        }
        var headers = new HashMap<String, List<String>>();
        response.path("responseParameters").properties().forEach(
                parameter -> headers.put(parameter.getKey().substring(HEADER.length()),
                        List.of(literal(name, parameter))));
        var body = response.path("responseTemplates").path("application/json").asText();
        if (body.contains("$") || body.contains("#")) {
            throw new StartException("The embedded target can't evaluate the response template of %s.".formatted(name));
        }
        headers.putIfAbsent("Content-Type", List.of("application/json"));
        return new Integration.Mock(Reply.text(response.path("statusCode").asInt(status), headers, body));
    }

    private static int status(String name, String template) {
        try {
            return Json.MAPPER.readTree(template).path("statusCode").asInt(500);
        } catch (JsonProcessingException malformed) {
            throw new StartException("The embedded target can't evaluate the request template of %s.".formatted(name),
                    malformed);
        }
    }

    private static String literal(String name, Map.Entry<String, JsonNode> parameter) {
        var text = parameter.getValue().asText();
        if (!parameter.getKey().startsWith(HEADER) || text.length() < 2 || !text.startsWith("'")
                || !text.endsWith("'")) {
            throw new StartException(
                    "The embedded target can't honour %s: %s of %s.".formatted(parameter.getKey(), text, name));
        }
        return text.substring(1, text.length() - 1);
    }
}
