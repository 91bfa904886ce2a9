package basics.embedded.lambda;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The environments of one function. The one used last is used first, so that those that a burst has started go idle
 * again. Beyond the cap an invocation waits, where Lambda would throttle: one machine's cap says nothing of an account's.
 */
final class Pool implements AutoCloseable {
    private final int cap;
    private final Supplier<ExecutionEnvironment> start;
    private final Deque<ExecutionEnvironment> idle = new ArrayDeque<>();
    private final Set<ExecutionEnvironment> all = new HashSet<>();
    private boolean closed;

    Pool(int cap, Supplier<ExecutionEnvironment> start) {
        this.cap = cap;
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
            if (all.size() < cap) {
                var started = start.get();
                all.add(started);
                return started;
            }
            wait();
        }
    }

    synchronized void release(ExecutionEnvironment environment) {
        if (environment.alive() && !closed) {
            idle.addFirst(environment);
        } else {
            all.remove(environment);
            environment.end();
        }
        notifyAll();
    }

    synchronized void endIdle(Instant unusedSince) {
        idle.removeIf(environment -> {
            var ends = !environment.alive() || environment.idleSince(unusedSince);
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
