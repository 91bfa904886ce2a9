package basics.infra.api;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import basics.infra.access.Authorizer;
import basics.infra.contract.Contract;
import basics.infra.functions.Functions;
import basics.infra.functions.InvocationUri;
import basics.infra.functions.OperationFunction;
import basics.infra.settings.Environment;
import basics.infra.settings.Ordered;

/**
 * The contract as API Gateway imports it: routes, integrations, who may call, and the gateway's own answers. Schemas and
 * examples stay behind: requests are validated by the functions, and API Gateway knows only a part of JSON Schema
 * (API Gateway, "Amazon API Gateway important notes").
 */
final class ApiBody {

    private final Contract contract;
    private final Functions functions;
    private final Authorizer authorizer;
    private final Environment environment;

    ApiBody(Contract contract, Functions functions, Authorizer authorizer, Environment environment) {
        this.contract = contract;
        this.functions = functions;
        this.authorizer = authorizer;
        this.environment = environment;
    }

    Map<String, Object> toMap() {
        Map<String, Object> body = Ordered.map(
                entry("openapi", "3.0.1"),
                entry("info", Ordered.map(entry("title", "DynamoDB Basics"), entry("version", contract.version()))),
                entry("paths", paths()),
                entry("components", Ordered.map(entry("securitySchemes",
                        Ordered.map(entry(Contract.TOKEN, authorizer.scheme()))))));
        // Bodies are handed over byte by byte: as text, API Gateway would quietly replace what in them is not UTF-8.
        body.put("x-amazon-apigateway-binary-media-types", contract.bodyTypes());
        body.put("x-amazon-apigateway-gateway-responses", GatewayResponse.all(environment));
        return body;
    }

    private Map<String, Map<String, Object>> paths() {
        var paths = new LinkedHashMap<String, Map<String, Object>>();
        for (var function : functions.all()) {
            var operation = function.operation();
            var path = paths.computeIfAbsent(operation.path(), _ -> new LinkedHashMap<>());
            path.put(operation.method().toLowerCase(Locale.ROOT), method(function, operation.id()));
            contract.headOf(operation).ifPresent(id -> path.put("head", method(function, id)));
        }
        if (environment.corsOrigin().isPresent()) {
            paths.forEach((path, methods) -> methods.put("options", Preflight.of(contract.methods(path), environment)));
        }
        paths.putAll(UnknownRoute.paths(environment));
        return paths;
    }

    private Map<String, Object> method(OperationFunction function, String id) {
        var operation = function.operation();
        Map<String, Object> method = Ordered.map(entry("operationId", id));
        if (operation.scope().isPresent()) {
            // No scope here: API Gateway has scopes only for Cognito's authorizers. Ours knows the scope of each
            // route.
            method.put("security", List.of(Ordered.map(entry(Contract.TOKEN, List.of()))));
        }
        // Answers of functions pass through unchanged, so none is declared.
        method.put("responses", Ordered.map());
        method.put("x-amazon-apigateway-integration", Ordered.map(
                entry("type", "aws_proxy"),
                // How API Gateway calls Lambda, whatever the method of the route.
                entry("httpMethod", "POST"),
                entry("uri", InvocationUri.of(function.function())),
                entry("passthroughBehavior", "when_no_match")));
        return method;
    }
}
