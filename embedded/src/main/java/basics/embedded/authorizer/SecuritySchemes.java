package basics.embedded.authorizer;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.StartException;
import basics.embedded.template.Properties;

/**
 * The security schemes of an API's OpenAPI document, and the scheme of each operation (API Gateway Developer Guide,
 * "x-amazon-apigateway-authorizer object").
 */
public final class SecuritySchemes {
    private static final String EXTENSION = "x-amazon-apigateway-authorizer";
    private static final String IDENTITY = "method.request.header.";
    private static final Pattern INVOCATION = Pattern
            .compile("arn:aws:apigateway:[^:]+:lambda:path/2015-03-31/functions/(arn:.+)/invocations");
    private static final int DEFAULT_TTL = 300;
    private static final int LONGEST_TTL = 3600;

    private final Map<String, Authorizer> byName = new LinkedHashMap<>();
    private final JsonNode ofAll;

    private SecuritySchemes(JsonNode body) {
        ofAll = body.path("security");
        body.path("components").path("securitySchemes").properties().stream()
                .filter(scheme -> scheme.getValue().has(EXTENSION))
                .forEach(scheme -> byName.put(scheme.getKey(), authorizer(scheme.getKey(), scheme.getValue())));
    }

    /**
     * Reads the schemes that have an authorizer.
     *
     * @throws StartException
     *            when one has another type than token, or a property that the embedded target can't honour
     */
    public static SecuritySchemes of(JsonNode body) {
        return new SecuritySchemes(body);
    }

    public Collection<Authorizer> authorizers() {
        return byName.values();
    }

    /**
     * The authorizer of an operation, from the operation or the document's default; empty when the operation is open.
     *
     * @throws StartException
     *            when it requires anything but a token authorizer, since serving it without would open it
     */
    public Optional<Authorizer> of(String name, JsonNode operation) {
        var security = operation.has("security") ? operation.path("security") : ofAll;
        if (security.isEmpty()) {
            return Optional.empty();
        }
        var schemes = security.path(0);
        if (security.size() != 1 || schemes.size() != 1) {
            throw new StartException("%s asks for several authorizers, or for one or none: a method has one."
                    .formatted(name));
        }
        var scheme = schemes.fieldNames().next();
        if (!byName.containsKey(scheme)) {
            throw new StartException("%s asks for %s, which has no token authorizer.".formatted(name, scheme));
        }
        if (!schemes.path(scheme).isEmpty()) {
            throw new StartException("%s asks for scopes of %s, which a token authorizer is not told."
                    .formatted(name, scheme));
        }
        return Optional.of(byName.get(scheme));
    }

    private static Authorizer authorizer(String name, JsonNode scheme) {
        var owner = "the authorizer " + name;
        var settings = scheme.path(EXTENSION);
        if (!settings.path("type").asText().equals("token")) {
            throw new StartException("The embedded target has token authorizers only: %s is of the type %s."
                    .formatted(owner, settings.path("type").asText("''")));
        }
        Properties.check(owner, settings, Set.of("type", "authorizerUri", "authorizerResultTtlInSeconds",
                "identityValidationExpression", "identitySource"), Set.of());
        var header = scheme.path("name").asText();
        if (!scheme.path("type").asText().equals("apiKey") || !scheme.path("in").asText().equals("header")
                || header.isEmpty()
                || !settings.path("identitySource").asText(IDENTITY + header).equals(IDENTITY + header)) {
            throw new StartException("The identity source of %s is not one header.".formatted(owner));
        }
        var uri = INVOCATION.matcher(settings.path("authorizerUri").asText());
        if (!uri.matches()) {
            throw new StartException("%s does not name a function: %s.".formatted(owner, settings));
        }
        return new Authorizer(name, header, uri.group(1), ttl(owner, settings), validation(owner, settings));
    }

    private static Duration ttl(String owner, JsonNode settings) {
        var seconds = settings.path("authorizerResultTtlInSeconds").asInt(DEFAULT_TTL);
        if (seconds < 0 || seconds > LONGEST_TTL) {
            throw new StartException(
                    "authorizerResultTtlInSeconds of %s is not 0 to %d.".formatted(owner, LONGEST_TTL));
        }
        return Duration.ofSeconds(seconds);
    }

    private static Pattern validation(String owner, JsonNode settings) {
        try {
            return Pattern.compile(settings.path("identityValidationExpression").asText(".*"));
        } catch (PatternSyntaxException malformed) {
            throw new StartException(
                    "identityValidationExpression of %s is not a regular expression.".formatted(owner), malformed);
        }
    }
}
