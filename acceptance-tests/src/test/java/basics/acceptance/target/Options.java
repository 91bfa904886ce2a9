package basics.acceptance.target;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a run was told about its target, as system properties ({@code -Dtarget=}). Blank is as good as absent. */
record Options(Function<String, @Nullable String> properties) {

    Optional<String> get(String name) {
        return Optional.ofNullable(properties.apply(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The access token that was given, as a caller. */
    Optional<Caller> givenCaller() {
        return get("api.token").map(Caller::bearing);
    }
}
