package basics.embedded.gateway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.authorizer.Authorizer;
import basics.embedded.authorizer.SecuritySchemes;
import basics.embedded.platform.StartException;

/** The OpenAPI document of a REST API with API Gateway's extensions, read for its routes. */
final class ApiBody {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch",
            "trace");
    private static final String ANY = "x-amazon-apigateway-any-method";
    /** Extensions that ask for something at the gateway which is not done here. */
    private static final List<String> REFUSED = List.of("x-amazon-apigateway-policy", "x-amazon-apigateway-auth",
            "x-amazon-apigateway-request-validator", "x-amazon-apigateway-minimum-compression-size");

    private final String owner;
    private final JsonNode body;
    private final SecuritySchemes security;

    ApiBody(String owner, JsonNode body) {
        this.owner = owner;
        this.body = body;
        this.security = SecuritySchemes.of(body);
    }

    Collection<Authorizer> authorizers() {
        return security.authorizers();
    }

    Routes routes() {
        if (!body.path("paths").isObject()) {
            throw new StartException("%s has no Body with paths.".formatted(owner));
        }
        check(owner, body);
        var routes = new ArrayList<Route>();
        body.path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            if (METHODS.contains(operation.getKey()) || operation.getKey().equals(ANY)) {
                var method = operation.getKey().equals(ANY) ? "ANY" : operation.getKey().toUpperCase(Locale.ROOT);
                routes.add(route(method, path.getKey(), operation.getValue()));
            }
        }));
        return new Routes(routes);
    }

    private Route route(String method, String path, JsonNode operation) {
        var name = method + " " + path;
        check(name, operation);
        var integration = operation.path("x-amazon-apigateway-integration");
        return new Route(method, path, Integer.toString(path.hashCode(), 36).replace("-", ""),
                operation.path("operationId").asText(), security.of(name, operation),
                Integrations.read(name, integration));
    }

    private static void check(String name, JsonNode part) {
        for (var extension : REFUSED) {
            if (part.has(extension)) {
                throw new StartException("The embedded target can't honour %s of %s.".formatted(extension, name));
            }
        }
    }
}
