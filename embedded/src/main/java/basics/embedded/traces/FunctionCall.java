package basics.embedded.traces;

/**
 * An invocation of a function.
 *
 * @param cold
 *            whether an execution environment was started for it
 * @param atMillis
 *            how long after the request came
 * @param startMillis
 *            how long it waited for the environment to start; 0 if it was warm
 * @param millis
 *            how long the function itself took
 * @param failure
 *            empty when it has answered
 * @param memory
 *            in MiB, as configured
 */
public record FunctionCall(String function, boolean cold, double atMillis, double startMillis, double millis,
        String failure, int memory) {}
