package basics.acceptance.target;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a run was told about its target, as system properties ({@code -Dtarget=}). Blank is as good as absent. */
record Options(Function<String, @Nullable String> properties) {

    Optional<String> get(String name) {
        return Optional.ofNullable(properties.apply(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
