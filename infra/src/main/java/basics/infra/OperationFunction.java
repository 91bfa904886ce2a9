package basics.infra;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** One operation's function with a log group and a role of its own. */
final class OperationFunction extends Construct {

    /** Under the 29 s that API Gateway waits, and over the 13 s in which a call of DynamoDB, retried, has failed. */
    private static final Duration TIMEOUT = Duration.seconds(15);

    private final Operation operation;
    private final Function function;

    /**
     * @param reach
     *            the table or index that the operation's grant is for
     */
    OperationFunction(Construct scope, Operation operation, Reach reach, Code code, Environment environment) {
        super(scope, operation.title());
        this.operation = operation;
        var logs = LogGroup.Builder.create(this, "Logs")
                .retention(environment.logRetention())
                .removalPolicy(environment.removalPolicy())
                .build();
        function = Function.Builder.create(this, "Function")
                .description(operation.summary())
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .handler(operation.handler())
                .code(code)
                .memorySize(environment.memoryMb())
                .timeout(TIMEOUT)
                .logGroup(logs)
                .loggingFormat(LoggingFormat.JSON)
                .role(role(logs, Grant.of(operation), reach))
                // No JAVA_TOOL_OPTIONS: Lambda by itself starts Java with the compiler that starts fastest, C1 alone
                // (Lambda Developer Guide, "Java Lambda function customization settings").
                .environment(variables(reach, environment))
                .build();
    }

    Operation operation() {
        return operation;
    }

    Function function() {
        return function;
    }

    private Role role(LogGroup logs, Grant grant, Reach reach) {
        var policies = new TreeMap<String, PolicyDocument>();
        // In place of AWS's managed policy for functions, which reaches every log group of the account.
        policies.put("logs", allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), logs.getLogGroupArn()));
        reach.arn().ifPresent(arn -> policies.put("data", allow(grant.actions(), arn)));
        return Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .inlinePolicies(policies)
                .build();
    }

    private static PolicyDocument allow(List<String> actions, String resource) {
        var statement = PolicyStatement.Builder.create().actions(actions).resources(List.of(resource)).build();
        return PolicyDocument.Builder.create().statements(List.of(statement)).build();
    }

    private static SortedMap<String, String> variables(Reach reach, Environment environment) {
        var variables = new TreeMap<>(reach.variables());
        environment.corsOrigin().ifPresent(origin -> variables.put("CORS_ORIGIN", origin));
        return variables;
    }

    /**
     * What a function reaches beyond its log.
     *
     * @param arn
     *            of the table or index; none for a function that needs no data
     * @param variables
     *            the environment variables that tell the function
     */
    record Reach(Optional<String> arn, SortedMap<String, String> variables) {}
}
