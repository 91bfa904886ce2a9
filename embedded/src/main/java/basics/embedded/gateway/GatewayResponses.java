package basics.embedded.gateway;

import basics.embedded.platform.StartException;
import basics.embedded.template.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The gateway's own answers, as the API's {@code x-amazon-apigateway-gateway-responses} restyle them (API Gateway
 * Developer Guide, "Gateway responses in API Gateway"). Their templates know variables only, no template language.
 */
final class GatewayResponses {
    private static final String HEADER = "gatewayresponse.header.";
    private static final Pattern VARIABLE = Pattern.compile("\\$context\\.[A-Za-z.]+[A-Za-z]");
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
        return VARIABLE.matcher(template).replaceAll(match -> Matcher.quoteReplacement(switch (match.group()) {
            case "$context.error.message" -> failure.message();
            case "$context.error.messageString" -> Json.MAPPER.valueToTree(failure.message()).toString();
            case "$context.error.responseType" -> failure.type();
            case String name -> escaped(context.getOrDefault(name.substring("$context.".length()), ""));
        }));
    }

    /** A client chooses the path: it must not break out of a JSON template. */
    private static String escaped(String value) {
        var quoted = TextNode.valueOf(value).toString();
        return quoted.substring(1, quoted.length() - 1);
    }
}
