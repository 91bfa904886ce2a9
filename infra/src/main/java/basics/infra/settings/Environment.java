package basics.infra.settings;

import static java.util.Map.entry;

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
 * @param issuer
 *            the issuer whose tokens the API accepts; when absent, the stack creates a Cognito user pool
 * @param ciRole
 *            the name of the IAM role that may read the secret of that user pool's machine client
 * @param accessLogs
 *            whether the gateway logs each request. This needs a role, of which API Gateway keeps one for the whole
 *            account
 * @param retainData
 *            whether tables, logs and the user pool outlive the stack and are protected from deletion. Tables can then
 *            be restored to any second of the last 35 days
 * @param logRetention
 *            how long logs are kept
 * @param memoryMb
 *            memory of each function in MB; its share of a CPU grows with it
 * @param snapStart
 *            whether Lambda starts functions from a snapshot of an initialised one
 * @param customRuntime
 *            whether operations run on their own Java, with a cache for the start, instead of Lambda's
 * @param limits
 *            the environment's limits of requests
 * @param waf
 *            whether AWS WAF protects the API
 * @param eventShards
 *            over how many partition keys an event name, and a day of the index, is spread
 * @param eventRetentionDays
 *            after how many days an event expires; when absent, events are kept for ever
 * @param corsOrigin
 *            the web origin whose pages may call the API, or {@code *} for all; none when absent
 */
public record Environment(String name, Optional<Issuer> issuer, Optional<String> ciRole, boolean accessLogs,
        boolean retainData, RetentionDays logRetention, int memoryMb, boolean snapStart, boolean customRuntime,
        Limits limits, boolean waf, int eventShards,
        Optional<Integer> eventRetentionDays, Optional<String> corsOrigin) {

    static final String LOCAL = "local";
    private static final String MANAGED = "java25";
    /** The names of runtimes, and whether each is a custom one. */
    private static final Map<String, Boolean> RUNTIMES = Ordered.map(entry(MANAGED, false), entry("custom", true));
    /** The form of the header {@code Origin} (RFC 6454, section 7). */
    private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[a-z0-9.-]+(:[0-9]{1,5})?");
    /** IAM API reference, CreateRole. */
    private static final Pattern ROLE = Pattern.compile("[\\w+=,.@-]{1,64}");

    /** The environment that the context's {@code env} names. */
    public static Environment chosen(Function<String, @Nullable Object> context) {
        var environments = Settings.object(context.apply("environments"));
        var name = context.apply("env");
        if (!(name instanceof String text && environments.containsKey(text))) {
            throw Settings.refusal("env", name,
                    Settings.oneOf(environments.keySet()) + ". Add it to the command, as in: npx cdk diff -c env="
                            + example(environments));
        }
        return of(text, environments.get(text));
    }

    static Environment of(String name, @Nullable Object values) {
        var settings = Settings.of("environments." + name, values);
        var environment = new Environment(name,
                Issuer.of(settings, name.equals(LOCAL)),
                ciRole(settings),
                settings.flag("accessLogs"),
                settings.flag("retainData"),
                settings.choice("logRetentionDays", LogRetention.BY_DAYS),
                // Lambda's quota.
                settings.number("memoryMb", 128, 10_240),
                settings.flag("snapStart"),
                customRuntime(settings),
                Limits.of(settings),
                settings.flag("waf"),
                // Each page of a name asks all its shards, and each of these calls costs at least half a read unit.
                settings.number("eventShards", 1, 100),
                // Ten years: anything longer is more likely a typing error.
                settings.optionalNumber("eventRetentionDays", 1, 3_650),
                corsOrigin(settings));
        settings.refuseUnknown();
        return environment;
    }

    /**
     * Whether the environment is served over plain HTTP on a developer's machine, without TLS, firewall or user pool.
     */
    public boolean isLocal() {
        return name.equals(LOCAL);
    }

    /**
     * What CloudFormation does with resources when it deletes their stack. Those of a failed first deployment are
     * always deleted.
     */
    public RemovalPolicy removalPolicy() {
        return retainData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
    }

    private static boolean customRuntime(Settings settings) {
        var custom = settings.optionalChoice("runtime", RUNTIMES).orElse(false);
        if (custom && settings.flag("snapStart")) {
            throw settings.refusal("runtime",
                    MANAGED + " where snapStart is true, as Lambda takes snapshots of its own runtimes only");
        }
        return custom;
    }

    private static Optional<String> ciRole(Settings settings) {
        var role = settings.optionalText("ciRole");
        if (role.isPresent() && (!ROLE.matcher(role.get()).matches() || settings.has("issuer"))) {
            throw settings.refusal("ciRole", "the name of an IAM role, in an environment without issuer");
        }
        return role;
    }

    private static Optional<String> corsOrigin(Settings settings) {
        var origin = settings.optionalText("corsOrigin");
        if (origin.isPresent() && !ORIGIN.matcher(origin.get()).matches()) {
            throw settings.refusal("corsOrigin", "* or one origin such as https://app.example.com");
        }
        return origin;
    }

    /** The first environment that can be deployed. */
    private static String example(Map<String, Object> environments) {
        return environments.keySet().stream().filter(name -> !name.equals(LOCAL)).findFirst().orElse(LOCAL);
    }
}
