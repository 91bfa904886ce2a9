package basics.acceptance.target;

import basics.acceptance.target.stack.ApiUrls;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The targets that a run may choose: {@code -Dtarget=NAME}, or {@code -Dapi.url=URL} for one that runs already. */
public final class Targets {

    static final String DEFAULT = "embedded";
    private static final Map<String, Function<Options, Target>> BY_NAME = Map.of(DEFAULT,
            options -> EmbeddedTarget.start(), "localstack", LocalStackTarget::start, "deployed",
            DeployedTarget::find);

    private Targets() {}

    /**
     * Starts the target that the system properties choose.
     *
     * @throws IllegalArgumentException
     *             if what was chosen makes no sense
     * @throws IllegalStateException
     *             if the target can't be had
     */
    public static Target start() {
        try {
            return chosen(System::getProperty, System::getenv).get();
        } catch (IllegalArgumentException | IllegalStateException e) {
            if (e.getCause() == null) {
                // Cucumber prints all of a trace; this message says it all.
                e.setStackTrace(new StackTraceElement[0]);
            }
            throw e;
        }
    }

    static Supplier<Target> chosen(Function<String, @Nullable String> properties,
            Function<String, @Nullable String> variables) {
        var options = new Options(properties, variables);
        var url = options.get("api.url").map(ApiUrls::base);
        if (url.isPresent()) {
            return () -> RunningTarget.at(url.get(), options);
        }
        var name = options.get("target").orElse(DEFAULT);
        var target = BY_NAME.get(name);
        if (target == null) {
            throw new IllegalArgumentException(
                    "-Dtarget=%s: there is no such target; allowed are %s, or -Dapi.url=URL for a service that runs"
                            .formatted(name, new TreeSet<>(BY_NAME.keySet())));
        }
        return () -> target.apply(options);
    }
}
