package basics.embedded.lambda;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import basics.embedded.dynamodb.AccessKey;

/**
 * The environment variables of an execution environment: the template's and Lambda's own (Lambda Developer Guide, "Using
 * Lambda environment variables"), nothing of the shell that all this was started from.
 */
public final class Variables {
    private Variables() {}

    /** Those of one environment; the addresses are the Runtime API's and DynamoDB's. */
    public static Map<String, String> of(LambdaFunction function, AccessKey key, Path taskRoot, String runtimeApi,
            URI dynamoDb, String stream) {
        var variables = new HashMap<>(function.variables());
        variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        variables.put("LAMBDA_TASK_ROOT", taskRoot.toString());
        variables.put("LAMBDA_RUNTIME_DIR", taskRoot.toString());
        variables.put("_HANDLER", function.handler());
        variables.put("AWS_REGION", function.region());
        variables.put("AWS_DEFAULT_REGION", function.region());
        variables.put("AWS_ACCESS_KEY_ID", key.id());
        variables.put("AWS_SECRET_ACCESS_KEY", key.secret());
        variables.put("AWS_SESSION_TOKEN", key.sessionToken());
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString());
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java" + Runtime.version().feature());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memory()));
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", function.version());
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", stream);
        variables.put("AWS_LAMBDA_LOG_FORMAT", function.logFormat());
        if (!function.logLevel().isEmpty()) {
            variables.put("AWS_LAMBDA_LOG_LEVEL", function.logLevel());
        }
        variables.put("TZ", ":UTC");
        variables.put("LANG", "en_US.UTF-8");
        variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        return variables;
    }
}
