package basics.embedded.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import basics.embedded.iam.Role;

/**
 * A function as the template describes it, or a version of one: what is published last is what the template says.
 *
 * @param version
 *            {@code $LATEST} for the function itself
 * @param snapStart
 *            whether it starts from a snapshot
 * @param arns
 *            by which it is invoked: its own and those of its aliases
 * @param code
 *            the asset: a zip, a jar or a directory
 * @param memory
 *            in MiB
 * @param concurrency
 *            how many environments it may have at once, {@link Integer#MAX_VALUE} when it reserves none
 */
public record LambdaFunction(String name, String version, boolean snapStart, String shortName, List<String> arns,
        String region, String handler, Path code,
        Map<String, String> variables, int memory, Duration timeout, int concurrency, String logFormat, String logLevel,
        Role role) {
    /** The version that is the function itself. */
    public static final String LATEST = "$LATEST";

    /** The same with other code. */
    public LambdaFunction with(Path changed) {
        return new LambdaFunction(name, version, snapStart, shortName, arns, region, handler, changed, variables,
                memory,
                timeout, concurrency, logFormat, logLevel, role);
    }

    /** The file of its handler's class, from the root of its code. */
    public Path handlerFile() {
        return Path.of(handler.split("::", -1)[0].replace('.', '/') + ".class");
    }
}
