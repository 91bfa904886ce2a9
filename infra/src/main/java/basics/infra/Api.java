package basics.infra;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.ApiDefinition;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.SpecRestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Permission;
import software.constructs.Construct;

/** The REST API: the routes of the contract, each passed on to its function. */
final class Api extends Construct {

    static final String STAGE = "api";

    private final SpecRestApi api;

    Api(Construct scope, Contract contract, Functions functions, Environment environment) {
        super(scope, "Api");
        var body = new ApiBody(contract, functions, environment);
        api = SpecRestApi.Builder.create(this, "RestApi")
                .restApiName("dynamodb-basics-" + environment.name())
                .apiDefinition(ApiDefinition.fromInline(body.toMap()))
                .endpointTypes(List.of(EndpointType.REGIONAL))
                // One for the whole account, so it is made only where something is logged, and outlives the stack:
                // other APIs may have come to need it.
                .cloudWatchRole(environment.accessLogs())
                .deployOptions(stage(environment))
                .build();
        // The construct's own output, of a name that nobody can rely on.
        api.getNode().tryRemoveChild("Endpoint");
        functions.all().forEach(this::permit);
    }

    /** Where the API answers, without a slash at the end. */
    String url() {
        var stack = Stack.of(this);
        return "https://%s.execute-api.%s.%s/%s".formatted(api.getRestApiId(), stack.getRegion(), stack.getUrlSuffix(),
                STAGE);
    }

    private StageOptions stage(Environment environment) {
        var stage = StageOptions.builder()
                .stageName(STAGE)
                .throttlingRateLimit(environment.requestsPerSecond())
                .throttlingBurstLimit(environment.burst());
        if (environment.accessLogs()) {
            new AccessLog(this, environment).addTo(stage);
        }
        return stage.build();
    }

    private void permit(OperationFunction function) {
        var operation = function.operation();
        // In an ARN a path parameter is a wildcard.
        var path = operation.path().replaceAll("\\{[^}]*}", "*");
        var permission = Permission.builder()
                .principal(new ServicePrincipal("apigateway.amazonaws.com"))
                .sourceArn(api.arnForExecuteApi(operation.method(), path, STAGE))
                .build();
        function.function().addPermission("Api", permission);
    }
}
