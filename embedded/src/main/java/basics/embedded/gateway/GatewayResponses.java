package basics.embedded.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import basics.embedded.platform.StartException;
import basics.embedded.template.Json;

/**
 * The gateway's own answers, as the API's {@code x-amazon-apigateway-gateway-responses} restyle them (API Gateway
 * Developer Guide, "Gateway responses in API Gateway"). Their templates know variables only, no template language.
 */
final class GatewayResponses {
    private static final String HEADER = "gatewayresponse.header.";
    private static final String PLAIN = "{\"message\":$context.error.messageString}";

    private final JsonNode responses;

    GatewayResponses(JsonNode responses) {
        this.responses = responses;
        responses.properties().forEach(response -> response.getValue().path("responseParameters").properties()
                .forEach(parameter -> checkParameter(response.getKey(), parameter.getKey(), parameter.getValue())));
    }

    private static void checkParameter(String response, String name, JsonNode value) {
        var text = value.asText();
        if (!name.startsWith(HEADER) || text.length() < 2 || !text.startsWith("'") || !text.endsWith("'")) {
            throw new StartException(
                    "The embedded target can't honour %s: %s of the gateway response %s.".formatted(name,
                            text, response));
        }
    }

    /**
     * Words a failure of the gateway.
     *
     * @param context
     *            the values of {@code $context} variables, without that prefix
     */
    Reply render(GatewayFailure failure, Map<String, String> context) {
        var response = response(failure);
        var headers = new HashMap<String, List<String>>();
        var templates = response.path("responseTemplates");
        var type = templates.isEmpty() || templates.has("application/json")
                ? "application/json"
                : templates.fieldNames().next();
        headers.put("Content-Type", List.of(type));
        headers.put("x-amzn-ErrorType", List.of(failure.exception()));
        response.path("responseParameters").properties().forEach(parameter -> {
            var text = parameter.getValue().asText();
            headers.put(parameter.getKey().substring(HEADER.length()), List.of(text.substring(1, text.length() - 1)));
        });
        return Reply.text(response.path("statusCode").asInt(failure.status()), headers,
                substitute(templates.path(type).asText(PLAIN), failure, context));
    }

    private JsonNode response(GatewayFailure failure) {
        var own = responses.path(failure.type());
        if (!own.isMissingNode()) {
            return own;
        }
        var fallback = responses.path(failure.status() < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX");
        return fallback.isMissingNode() ? MissingNode.getInstance() : fallback;
    }

    private static String substitute(String template, GatewayFailure failure, Map<String, String> context) {
        var variables = new HashMap<>(context);
        variables.put("error.message", String.valueOf(failure.message()));
        variables.put("error.responseType", failure.type());
        var quoted = Json.MAPPER.valueToTree(failure.message()).toString();
        return new ContextTemplate(template.replace("$context.error.messageString", quoted)).render(variables);
    }
}
