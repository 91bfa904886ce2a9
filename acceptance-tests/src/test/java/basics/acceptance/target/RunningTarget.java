package basics.acceptance.target;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A service that somebody else started, such as {@code mvn -Plocal} on another console. */
record RunningTarget(String name, URI apiUrl, Caller caller, Duration timeout,
        Map<String, String> notApplicable) implements Target {

    RunningTarget(String name, URI apiUrl, Caller caller) {
        this(name, apiUrl, caller, TIMEOUT, Map.of());
    }

    /** The same, but for the scenarios with these tags, each with the reason. */
    RunningTarget without(Map<String, String> reasons) {
        var all = new HashMap<>(notApplicable);
        all.putAll(reasons);
        return new RunningTarget(name, apiUrl, caller, timeout, Map.copyOf(all));
    }

    /** The same, as LocalStack serves it. */
    RunningTarget inLocalStack() {
        return new RunningTarget(name + ", in LocalStack", apiUrl, caller, LocalStack.TIMEOUT, notApplicable)
                .without(LocalStackGaps.REASONS);
    }

    @Override
    public void close() {
        // Whoever started it ends it.
    }
}
