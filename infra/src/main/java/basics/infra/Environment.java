package basics.infra;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * The settings of one environment, from the context {@code environments.<name>} of {@code cdk.json}.
 *
 * @param access
 *            who may call the API
 * @param accessLogs
 *            whether the gateway logs each request. Needs a role that API Gateway keeps once for the whole account
 * @param retainData
 *            whether tables and logs outlive the stack, and tables are protected from deletion and restorable to any
 *            second of the last 35 days
 * @param logRetention
 *            how long logs are kept
 * @param memoryMb
 *            memory of each function in MB; its share of a CPU grows with it
 * @param requestsPerSecond
 *            steady rate of requests that the API accepts; above it callers get a 429
 * @param burst
 *            requests that the API accepts at once, however low the rate was before
 * @param eventRetentionDays
 *            after how many days an event expires; for ever when absent
 * @param corsOrigin
 *            the web origin whose pages may call the API, or {@code *} for all; none when absent
 */
record Environment(String name, Access access, boolean accessLogs, boolean retainData, RetentionDays logRetention,
        int memoryMb, int requestsPerSecond, int burst, Optional<Integer> eventRetentionDays,
        Optional<String> corsOrigin) {

    static final String LOCAL = "local";
    /** RFC 6454, section 7: what a browser sends as {@code Origin}. */
    private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[a-z0-9.-]+(:[0-9]{1,5})?");

    /** The environment that the context {@code env} names. */
    static Environment chosen(Function<String, @Nullable Object> context) {
        var environments = Settings.object(context.apply("environments"));
        var name = context.apply("env");
        if (!(name instanceof String text && environments.containsKey(text))) {
            throw Settings.refusal("env", name,
                    Settings.oneOf(environments.keySet()) + ", chosen with -c env=" + first(environments));
        }
        return of(text, environments.get(text));
    }

    static Environment of(String name, @Nullable Object values) {
        var settings = Settings.of("environments." + name, values);
        var environment = new Environment(name,
                access(name, settings),
                settings.flag("accessLogs"),
                settings.flag("retainData"),
                settings.choice("logRetentionDays", LogRetention.BY_DAYS),
                // Lambda's quota.
                settings.number("memoryMb", 128, 10_240),
                // What an account has unless AWS raised it (API Gateway quotas): more would promise what isn't there.
                settings.number("requestsPerSecond", 1, 10_000),
                settings.number("burst", 1, 5_000),
                eventRetentionDays(settings),
                corsOrigin(settings));
        settings.refuseUnknown();
        return environment;
    }

    RemovalPolicy removalPolicy() {
        return retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    }

    private static Access access(String name, Settings settings) {
        var access = settings.choice("access", Access.byName());
        if (access == Access.OPEN && !name.equals(LOCAL)) {
            throw settings.refusal("access", "iam: only the environment local may be open to anyone");
        }
        return access;
    }

    private static Optional<Integer> eventRetentionDays(Settings settings) {
        // Ten years: the longest that is still a period of retention and not a mistyped number.
        return settings.has("eventRetentionDays")
                ? Optional.of(settings.number("eventRetentionDays", 1, 3_650))
                : Optional.empty();
    }

    private static Optional<String> corsOrigin(Settings settings) {
        var origin = settings.optionalText("corsOrigin");
        if (origin.isPresent() && !ORIGIN.matcher(origin.get()).matches()) {
            throw settings.refusal("corsOrigin", "* or one origin such as https://app.example.com");
        }
        return origin;
    }

    private static String first(Map<String, Object> environments) {
        return environments.keySet().stream().findFirst().orElse(LOCAL);
    }
}
