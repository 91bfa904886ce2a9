package basics.acceptance.target;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import basics.acceptance.options.Choice;
import basics.acceptance.options.TargetOptions;
import basics.acceptance.target.stack.ApiUrls;

/** The targets that a run may choose: {@code -Dtarget=NAME}, or {@code -Dapi.url=URL} for one that runs already. */
public final class Targets {

    private static final Map<String, Function<Options, Target>> BY_NAME = Map.of(TargetOptions.DEFAULT,
            options -> EmbeddedTarget.start(Choice.of(options::get).isOfAll()), TargetOptions.LOCALSTACK,
            LocalStackTarget::start, TargetOptions.DEPLOYED,
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
        var target = Objects.requireNonNull(BY_NAME.get(TargetOptions.name(options.get("target"))));
        return () -> target.apply(options);
    }
}
