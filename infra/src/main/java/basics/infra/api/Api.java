package basics.infra.api;

import java.util.List;

import basics.infra.access.Authorizer;
import basics.infra.contract.Contract;
import basics.infra.functions.Functions;
import basics.infra.functions.OperationFunction;
import basics.infra.settings.Environment;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.ApiDefinition;
import software.amazon.awscdk.services.apigateway.CfnRestApi;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.SpecRestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.Permission;
import software.constructs.Construct;

/** The REST API: the routes of the contract, each passed on to its function. */
public final class Api extends Construct {

    static final String STAGE = "api";
    /**
     * What is shorter arrives with the first ten packets of a connection, some 14 KB (RFC 6928), whether it is compressed or
     * not, and compressing costs time. A user or an event is shorter, a usual page of 100 is not.
     */
    private static final Size COMPRESSED_FROM = Size.kibibytes(10);

    private final SpecRestApi api;

    public Api(Construct scope, Contract contract, Functions functions, Authorizer authorizer,
            Environment environment) {
        super(scope, "Api");
        var body = new ApiBody(contract, functions, authorizer, environment);
        api = SpecRestApi.Builder.create(this, "RestApi")
                .restApiName("dynamodb-basics-" + environment.name())
                .apiDefinition(ApiDefinition.fromInline(body.toMap()))
                .endpointTypes(List.of(EndpointType.REGIONAL))
                .minCompressionSize(COMPRESSED_FROM)
                // An account has one such role. It is made only where something is logged, and outlives the stack
                // because other APIs may need it by then.
                .cloudWatchRole(environment.accessLogs())
                .deployOptions(stage(contract, environment))
                .build();
        // The construct adds an output with a generated name.
        api.getNode().tryRemoveChild("Endpoint");
        if (!environment.isLocal() && api.getNode().getDefaultChild() instanceof CfnRestApi resource) {
            encrypt(resource);
        }
        functions.all().forEach(function -> permit(function, contract, environment));
        permit(authorizer.function(), "Api", authorizerArn(), environment);
    }

    /** The API's base URL, without a slash at the end. */
    public String url() {
        var stack = Stack.of(this);
        return "https://%s.execute-api.%s.%s/%s".formatted(api.getRestApiId(), stack.getRegion(), stack.getUrlSuffix(),
                STAGE);
    }

    String stageArn() {
        return api.getDeploymentStage().getStageArn();
    }

    /** TLS 1.2 or later with forward secrecy. Without a policy a regional API still takes TLS 1.0. */
    private static void encrypt(CfnRestApi resource) {
        resource.setSecurityPolicy("SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09");
        // Refuses requests whose TLS server name is not that of the host they ask for.
        resource.setEndpointAccessMode("STRICT");
    }

    private StageOptions stage(Contract contract, Environment environment) {
        var stage = StageOptions.builder()
                .stageName(STAGE)
                .throttlingRateLimit(environment.limits().requestsPerSecond())
                .throttlingBurstLimit(environment.limits().burst())
                .methodOptions(MethodThrottling.of(contract, environment));
        if (environment.accessLogs()) {
            new AccessLog(this, environment).addTo(stage);
        }
        return stage.build();
    }

    private void permit(OperationFunction function, Contract contract, Environment environment) {
        var operation = function.operation();
        permit(function.function(), "Api", api.arnForExecuteApi(operation.method(), operation.arnPath(), STAGE),
                environment);
        contract.headOf(operation).ifPresent(_ -> permit(function.function(), "ApiHead",
                api.arnForExecuteApi("HEAD", operation.arnPath(), STAGE), environment));
    }

    /** All authorizers of this API: API Gateway chooses their ids when it imports the body. */
    private String authorizerArn() {
        var stack = Stack.of(this);
        return "arn:%s:execute-api:%s:%s:%s/authorizers/*".formatted(stack.getPartition(), stack.getRegion(),
                stack.getAccount(), api.getRestApiId());
    }

    private void permit(IFunction function, String id, String source, Environment environment) {
        var permission = Permission.builder()
                .principal(new ServicePrincipal("apigateway.amazonaws.com"))
                .sourceArn(source)
                .build();
        function.addPermission(id, permission);
        if (environment.snapStart()) {
            // Permissions first: a stage that uses an alias without permission answers 500.
            api.getDeploymentStage().getNode().addDependency(function.getNode().findChild(id));
        }
    }
}
