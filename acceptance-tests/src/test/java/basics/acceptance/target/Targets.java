package basics.acceptance.target;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The targets that a run may choose: {@code -Dtarget=NAME}, or {@code -Dapi.url=URL} for one that runs already. */
public final class Targets {

    static final String DEFAULT = "embedded";
    private static final Map<String, Supplier<Target>> BY_NAME = Map.of(DEFAULT, EmbeddedTarget::start);

    private Targets() {}

    /** Starts the target that the system properties choose. */
    public static Target start() {
        return chosen(System::getProperty).get();
    }

    static Supplier<Target> chosen(Function<String, @Nullable String> properties) {
        var url = properties.apply("api.url");
        if (url != null && !url.isBlank()) {
            return () -> new RunningTarget(URI.create(url.strip().replaceFirst("/+$", "")));
        }
        var name = Optional.ofNullable(properties.apply("target")).orElse(DEFAULT);
        var target = BY_NAME.get(name);
        if (target == null) {
            throw new IllegalArgumentException(
                    "-Dtarget=%s: there is no such target; allowed are %s, or -Dapi.url=URL for a service that runs"
                            .formatted(name, new TreeSet<>(BY_NAME.keySet())));
        }
        return target;
    }
}
