package basics.embedded.gateway;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.StartException;
import basics.embedded.template.Properties;

/** Reads {@code x-amazon-apigateway-integration} (API Gateway Developer Guide, "OpenAPI extensions"). */
final class Integrations {
    private static final Duration LONGEST = Duration.ofSeconds(29);
    private static final Pattern INVOCATION = Pattern
            .compile("arn:aws:apigateway:[^:]+:lambda:path/2015-03-31/functions/(arn:.+)/invocations");

    private Integrations() {}

    static Integration read(String name, JsonNode node) {
        return switch (node.path("type").asText().toLowerCase(Locale.ROOT)) {
            case "aws_proxy" -> proxy(name, node);
            case "mock" -> Mocks.read(name, node);
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
}
