package basics.embedded.lambda;

import java.nio.file.Path;
import java.util.List;

/** What shortens the starts of functions. */
@FunctionalInterface
public interface StartCache {
    /** Nothing does. */
    StartCache NONE = (command, _) -> command;

    /**
     * A command that starts quicker; the one given where there is nothing for this code.
     *
     * @param command
     *            from {@link RuntimeClient}
     * @param code
     *            the asset of the function
     */
    List<String> in(List<String> command, Path code);

    /** Whether there is anything for this code. */
    default State state(Path code) {
        return State.OFF;
    }

    /** What a function starts with. */
    enum State {
        /** Caches are not asked for. */
        OFF,
        /** There is none yet. */
        MISSING,
        /** There can be none for this code, such as classes compiled since. */
        IMPOSSIBLE,
        MADE
    }
}
