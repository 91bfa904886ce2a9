package basics.acceptance.target;

import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What a run was told about its target. Blank is as good as absent.
 *
 * @param properties
 *            the system properties ({@code -Dtarget=})
 * @param variables
 *            the environment
 */
record Options(Function<String, @Nullable String> properties, Function<String, @Nullable String> variables) {

    Optional<String> get(String name) {
        return given(properties.apply(name));
    }

    /** The access token: better a variable, as Maven's test reports list all properties. */
    Optional<String> token() {
        return given(variables.apply("API_TOKEN")).or(() -> get("api.token"));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }
}
