package basics.infra.functions;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import basics.infra.contract.Operation;
import basics.infra.settings.Environment;
import basics.infra.tables.Reach;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** The function of one operation. Its role allows the actions that the tables list, and to write its log. */
public final class OperationFunction extends Construct {

    /** Less than API Gateway's 29 s, and more than the 13 s of a DynamoDB call with all its retries. */
    private static final Duration TIMEOUT = Duration.seconds(15);

    private final Operation operation;
    private final IFunction function;

    /** @param reach the function's permissions besides writing its log */
    OperationFunction(Construct scope, Operation operation, List<Reach> reach, FunctionCode code,
            Environment environment) {
        super(scope, operation.title());
        this.operation = operation;
        var latest = FunctionDefaults.of(this, environment, code, grants(reach))
                .description(operation.summary())
                .handler(operation.handler())
                .timeout(TIMEOUT)
                .environment(variables(reach, environment))
                .build();
        function = FunctionDefaults.invoked(latest, environment);
    }

    public Operation operation() {
        return operation;
    }

    public IFunction function() {
        return function;
    }

    private static Map<String, PolicyDocument> grants(List<Reach> reach) {
        return reach.isEmpty()
                ? Map.of()
                : Map.of("data", FunctionDefaults.reach(reach));
    }

    private SortedMap<String, String> variables(List<Reach> reach, Environment environment) {
        var variables = FunctionDefaults.variables(this, reach);
        environment.corsOrigin().ifPresent(origin -> variables.put("CORS_ORIGIN", origin));
        return variables;
    }
}
