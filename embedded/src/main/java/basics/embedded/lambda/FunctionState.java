package basics.embedded.lambda;

import java.util.List;

/**
 * How a function is.
 *
 * @param memory
 *            in MiB, as configured
 * @param cache
 *            ahead-of-time, which shortens its starts
 */
public record FunctionState(String name, String version, int memory, StartCache.State cache,
        List<EnvironmentState> environments, Counts counts) {
    /**
     * What it has done since the start.
     *
     * @param cold
     *            invocations that waited for an execution environment to start
     * @param startMillis
     *            how long the last of them waited
     * @param longestMillis
     *            of the function itself
     */
    public record Counts(long invocations, long cold, long failed, String lastFailure, List<Double> startMillis,
            double longestMillis) {}
}
