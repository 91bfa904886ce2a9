package basics.embedded.lambda;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The environments of one function. The one used last is used first, so that those that a burst has started go idle
 * again. Beyond the cap an invocation waits, where Lambda would throttle: one machine's cap says nothing of an account's.
 */
final class Pool implements AutoCloseable {
    private final int environments;
    private final boolean alone;
    private final Function<LambdaFunction, ExecutionEnvironment> start;
    private final Deque<ExecutionEnvironment> idle = new ArrayDeque<>();
    private final Set<ExecutionEnvironment> all = new HashSet<>();
    private LambdaFunction function;
    private Optional<Instant> lastUsed = Optional.empty();
    private boolean closed;

    /**
     * @param environments
     *            how many there may be at once, unless the function reserves fewer
     * @param alone
     *            whether there is one at most: one that works in an earlier state of the function counts then too, and is never
     *            idle for too long
     */
    Pool(LambdaFunction function, int environments, boolean alone,
            Function<LambdaFunction, ExecutionEnvironment> start) {
        this.function = function;
        this.environments = environments;
        this.alone = alone;
        this.start = start;
    }

    synchronized ExecutionEnvironment acquire() throws InterruptedException {
        while (true) {
            if (closed) {
                throw new InterruptedException("Closed");
            }
            for (var free = idle.pollFirst(); free != null; free = idle.pollFirst()) {
                if (free.alive()) {
                    return free;
                }
                all.remove(free);
            }
            if (isRoom()) {
                var started = start.apply(function);
                all.add(started);
                return started;
            }
            wait();
        }
    }

    private boolean isRoom() {
        return alone
                ? all.isEmpty()
                : all.stream().filter(environment -> environment.runs(function)).count() < Math.min(environments,
                        function.concurrency());
    }

    synchronized void release(ExecutionEnvironment environment) {
        lastUsed = Optional.of(Instant.now());
        if (environment.alive() && environment.runs(function) && !closed) {
            idle.addFirst(environment);
        } else {
            all.remove(environment);
            environment.end();
        }
        notifyAll();
    }

    /**
     * Invocations that begin from now on are those of another state of the function; those under way end in theirs.
     *
     * @return when the function was used last; empty when it is in the same state, or was never used
     */
    synchronized Optional<Instant> replace(LambdaFunction changed) {
        if (changed.equals(function)) {
            return Optional.empty();
        }
        function = changed;
        end(_ -> true);
        notifyAll();
        return lastUsed;
    }

    synchronized List<EnvironmentState> environments() {
        return all.stream().filter(ExecutionEnvironment::alive).map(ExecutionEnvironment::state).toList();
    }

    synchronized void endIdle(Instant unusedSince) {
        end(environment -> !environment.alive() || (!alone && environment.idleSince(unusedSince)));
    }

    private void end(Predicate<ExecutionEnvironment> which) {
        idle.removeIf(environment -> {
            var ends = which.test(environment);
            if (ends) {
                all.remove(environment);
                environment.end();
            }
            return ends;
        });
    }

    @Override
    public synchronized void close() {
        closed = true;
        all.forEach(ExecutionEnvironment::end);
        all.clear();
        notifyAll();
    }
}
