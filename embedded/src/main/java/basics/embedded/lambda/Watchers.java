package basics.embedded.lambda;

import basics.embedded.platform.Console;
import basics.embedded.traces.FunctionCall;
import basics.embedded.traces.Traces;
import basics.embedded.traces.Work;

/**
 * Who is told what an execution environment does.
 *
 * @param work
 *            is the request that it has
 */
record Watchers(Work work, Traces traces, Statistics statistics, Console console) {

    void line(LambdaFunction function, String requestId, String text) {
        console.line("%s %s %s".formatted(function.shortName(), requestId, text));
        traces.of(requestId).ifPresent(trace -> trace.log(function.shortName(), text));
    }

    /**
     * An invocation has ended.
     *
     * @param started
     *            nanoseconds that it waited for its environment; 0 if that was warm
     * @param took
     *            nanoseconds of the function itself
     */
    void invoked(LambdaFunction function, String requestId, long started, long took, Outcome outcome) {
        var failure = outcome instanceof Outcome.Failure(var reason, _) ? reason : "";
        statistics.of(function.name()).add(started, took, failure);
        traces.of(requestId).ifPresent(trace -> trace.add(new FunctionCall(function.shortName(), started > 0,
                trace.age() - millis(started + took), millis(started), millis(took), failure, function.memory())));
    }

    static double millis(long nanos) {
        return nanos / 1e6;
    }
}
