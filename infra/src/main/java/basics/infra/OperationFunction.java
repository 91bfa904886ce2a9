package basics.infra;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** One operation's function, which may do in DynamoDB just what the operation does. */
final class OperationFunction extends Construct {

    /** Under the 29 s that API Gateway waits, and over the 13 s in which a call of DynamoDB, retried, has failed. */
    private static final Duration TIMEOUT = Duration.seconds(15);

    private final Operation operation;
    private final IFunction function;

    /**
     * @param reach
     *            the table or index that the operation's grant is for
     */
    OperationFunction(Construct scope, Operation operation, Reach reach, FunctionCode code, Environment environment) {
        super(scope, operation.title());
        this.operation = operation;
        var latest = FunctionDefaults.of(this, environment, code, grants(operation, reach))
                .description(operation.summary())
                .handler(operation.handler())
                .timeout(TIMEOUT)
                .environment(variables(reach, Stack.of(this), environment))
                .build();
        function = FunctionDefaults.invoked(latest, environment);
    }

    Operation operation() {
        return operation;
    }

    IFunction function() {
        return function;
    }

    private static SortedMap<String, PolicyDocument> grants(Operation operation, Reach reach) {
        var grants = new TreeMap<String, PolicyDocument>();
        reach.arn().ifPresent(
                arn -> grants.put("data", FunctionDefaults.allow(Grant.of(operation).actions(), arn)));
        return grants;
    }

    private static SortedMap<String, String> variables(Reach reach, Stack stack, Environment environment) {
        var variables = new TreeMap<>(reach.variables());
        // The partition's, which the function would have to load the SDK's tables for.
        reach.arn().ifPresent(_ -> variables.put("URL_SUFFIX", stack.getUrlSuffix()));
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
