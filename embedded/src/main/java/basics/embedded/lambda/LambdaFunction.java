package basics.embedded.lambda;

import basics.embedded.dynamodb.AccessKey;
import basics.embedded.iam.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A function as the template describes it.
 *
 * @param code
 *            the asset: a zip, a jar or a directory
 * @param memory
 *            in MiB
 * @param concurrency
 *            how many environments it may have at once, {@link Integer#MAX_VALUE} when it reserves none
 */
public record LambdaFunction(String name, String shortName, String arn, String region, String handler, Path code,
        Map<String, String> variables, int memory, Duration timeout, int concurrency, String logFormat, String logLevel,
        Role role, AccessKey key) {}
