package basics.embedded.lambda;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what functions have done since the start. */
final class Statistics {
    private final Map<String, OfFunction> byName = new ConcurrentHashMap<>();

    OfFunction of(String name) {
        return byName.computeIfAbsent(name, _ -> new OfFunction());
    }

    /** One function's. */
    static final class OfFunction {
        private static final int STARTS = 10;

        private final Deque<Double> starts = new ArrayDeque<>();
        private long invocations;
        private long cold;
        private long failed;
        private double longest;
        private String lastFailure = "";

        synchronized void add(long started, long took, String failure) {
            invocations++;
            longest = Math.max(longest, Watchers.millis(took));
            if (started > 0) {
                cold++;
                starts.addLast(Watchers.millis(started));
                if (starts.size() > STARTS) {
                    starts.removeFirst();
                }
            }
            if (!failure.isEmpty()) {
                failed++;
                lastFailure = failure;
            }
        }

        synchronized FunctionState.Counts counts() {
            return new FunctionState.Counts(invocations, cold, failed, lastFailure, List.copyOf(starts), longest);
        }
    }
}
