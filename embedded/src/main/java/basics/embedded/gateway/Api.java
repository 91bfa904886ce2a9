package basics.embedded.gateway;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import basics.embedded.authorizer.Authorizer;
import basics.embedded.platform.StartException;
import basics.embedded.template.Json;
import basics.embedded.template.Properties;
import basics.embedded.template.Resource;
import basics.embedded.template.Stack;

/** The REST API of a stack, from the resource's body, and its stage. */
record Api(String id, String stage, String account, String region, Map<String, String> stageVariables, Routes routes,
        Collection<Authorizer> authorizers, GatewayResponses responses, Throttling throttling,
        List<String> binaryTypes, Compression compression) {
    private static final Set<String> API_WITHOUT_EFFECT = Set.of("Name", "Description", "Tags", "EndpointConfiguration",
            "FailOnWarnings", "Mode", "DisableExecuteApiEndpoint", "ApiKeySourceType");
    private static final Set<String> STAGE_WITHOUT_EFFECT = Set.of("DeploymentId", "Description", "Tags",
            "AccessLogSetting", "TracingEnabled", "ClientCertificateId", "DocumentationVersion");

    static Api read(Stack stack) {
        var api = one(stack, "AWS::ApiGateway::RestApi");
        Properties.check(api.toString(), api.properties(), Set.of("Body", "BinaryMediaTypes", "MinimumCompressionSize"),
                API_WITHOUT_EFFECT);
        var stage = one(stack, "AWS::ApiGateway::Stage");
        Properties.check(stage.toString(), stage.properties(),
                Set.of("RestApiId", "StageName", "Variables", "MethodSettings"),
                STAGE_WITHOUT_EFFECT);
        for (var deployment : stack.resources("AWS::ApiGateway::Deployment")) {
            Properties.check(deployment.toString(), deployment.properties(), Set.of("RestApiId"),
                    Set.of("Description"));
        }
        var body = api.properties().path("Body");
        var variables = new HashMap<String, String>();
        stage.properties().path("Variables").properties()
                .forEach(variable -> variables.put(variable.getKey(), variable.getValue().asText()));
        var types = Json.texts(api.properties().path("BinaryMediaTypes"));
        var document = new ApiBody(api.toString(), body);
        var routes = document.routes();
        return new Api(api.physicalName(), stage.physicalName(), stack.account(), stack.region(), Map.copyOf(variables),
                routes, document.authorizers(),
                new GatewayResponses(body.path("x-amazon-apigateway-gateway-responses")),
                new Throttling(stage.properties().path("MethodSettings"), routes.all()),
                types.isEmpty() ? Json.texts(body.path("x-amazon-apigateway-binary-media-types")) : types,
                Compression.of(api.properties().path("MinimumCompressionSize")));
    }

    private static Resource one(Stack stack, String type) {
        var found = stack.resources(type);
        if (found.size() != 1) {
            throw new StartException(
                    "The template has %d resources of type %s: one is needed.".formatted(found.size(), type));
        }
        return found.getFirst();
    }

    /**
     * The path of a request. An API with resources below the name of its stage is found without the stage only: nobody
     * could tell one from the other.
     */
    RequestPath path(String sent) {
        var isAmbiguous = routes.all().stream().anyMatch(route -> route.segments().getFirst().equals(stage));
        return isAmbiguous ? RequestPath.within(sent) : RequestPath.of(sent, stage);
    }

    /** The values of the {@code $context} variables that templates may use, without that prefix. */
    Map<String, String> variables(UUID id, String method, RequestPath path, String sourceIp) {
        return Map.of("requestId", id.toString(), "extendedRequestId", id.toString(), "apiId", this.id, "stage", stage,
                "httpMethod", method, "path", path.seen(), "identity.sourceIp", sourceIp);
    }

    /** The ARN of a method as permissions and policies name it, with the resource's path or a request's. */
    String methodArn(String method, String path) {
        return "%s/%s/%s%s".formatted(arn(), stage, method, path);
    }

    /** The ARN of an authorizer as permissions name it. */
    String authorizerArn(Authorizer authorizer) {
        return "%s/authorizers/%s".formatted(arn(), authorizer.id());
    }

    private String arn() {
        return "arn:aws:execute-api:%s:%s:%s".formatted(region, account, id);
    }

    /** The address that API Gateway would give this stage; outputs hold it. */
    String address() {
        return "https://%s.execute-api.%s.amazonaws.com/%s".formatted(id, region, stage);
    }

}
