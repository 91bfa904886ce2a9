package basics.infra.functions;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import basics.infra.settings.Environment;
import basics.infra.tables.Reach;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** The properties that all functions share. Each has its own log group and role. */
public final class FunctionDefaults {

    private static final String ALIAS = "live";

    private FunctionDefaults() {}

    /**
     * A function that a caller waits for, with its log group and its role.
     *
     * @param code
     *            the function's code
     * @param grants
     *            the function's permissions besides writing its log, by the names of the role's policies
     */
    public static Function.Builder of(Construct scope, Environment environment, FunctionCode code,
            Map<String, PolicyDocument> grants) {
        var function = inBackground(scope, environment, code, grants);
        environment.limits().maxConcurrency().ifPresent(function::reservedConcurrentExecutions);
        if (environment.snapStart()) {
            function.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
        }
        return function;
    }

    /**
     * The same for a function that Lambda calls with a stream's records. Nobody waits for its start, so it needs no
     * SnapStart. As many run as the stream has shards: a reservation below that would keep records waiting.
     */
    public static Function.Builder inBackground(Construct scope, Environment environment, FunctionCode code,
            Map<String, PolicyDocument> grants) {
        var logs = LogGroup.Builder.create(scope, "Logs")
                .retention(environment.logRetention())
                .removalPolicy(environment.removalPolicy())
                .build();
        return Function.Builder.create(scope, "Function")
                .code(code.code())
                .runtime(code.runtime())
                .architecture(code.architecture())
                .memorySize(environment.memoryMb())
                .logGroup(logs)
                .loggingFormat(LoggingFormat.JSON)
                // No JAVA_TOOL_OPTIONS: Lambda already starts Java with the compiler C1 alone, which starts fastest.
                // With SnapStart, where much is compiled before the snapshot, it uses both (Lambda Developer
                // Guide, "Customize Java runtime startup behavior for Lambda functions").
                .role(role(scope, logs, grants));
    }

    /**
     * The target that callers invoke. Without SnapStart it is the function. With SnapStart it is an alias of the
     * version that the deployment publishes, since only versions have a snapshot. The next deployment moves the alias
     * and then deletes the old version. Call this once for each function.
     */
    public static IFunction invoked(Function function, Environment environment) {
        return environment.snapStart() ? function.addAlias(ALIAS) : function;
    }

    /** The permissions on tables. */
    public static PolicyDocument reach(List<Reach> reach) {
        return allow(reach.stream().map(table -> statement(table.actions(), table.arn())).toList());
    }

    /** The environment variables by which a function finds its tables. */
    public static SortedMap<String, String> variables(Construct scope, List<Reach> reach) {
        var variables = new TreeMap<String, String>();
        reach.forEach(table -> variables.putAll(table.variables()));
        if (!reach.isEmpty()) {
            // Without this variable the function would load the SDK's list of partitions.
            variables.put("URL_SUFFIX", Stack.of(scope).getUrlSuffix());
        }
        return variables;
    }

    public static PolicyStatement statement(List<String> actions, String resource) {
        return PolicyStatement.Builder.create().actions(actions).resources(List.of(resource)).build();
    }

    public static PolicyDocument allow(List<PolicyStatement> statements) {
        return PolicyDocument.Builder.create().statements(statements).build();
    }

    private static Role role(Construct scope, LogGroup logs, Map<String, PolicyDocument> grants) {
        var policies = new TreeMap<>(grants);
        // AWS's managed policy for functions would allow writing to every log group of the account.
        policies.put("logs", allow(List.of(statement(List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                logs.getLogGroupArn()))));
        return Role.Builder.create(scope, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .inlinePolicies(policies)
                .build();
    }
}
