package basics.embedded.traces;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The last requests, of which the oldest makes room. May be called from any thread. */
public final class Traces {
    /** Keeps nothing. */
    public static final Traces NONE = new Traces(0);

    private static final int CAPACITY = 100;

    private final int capacity;
    private final Deque<Trace> newest = new ArrayDeque<>();
    private final Map<String, Trace> byId = new HashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private long count;

    Traces(int capacity) {
        this.capacity = capacity;
    }

    /** The last hundred. */
    public static Traces ofLastHundred() {
        return new Traces(CAPACITY);
    }

    /**
     * Begins one; empty where none are kept.
     *
     * @param id
     *            by which all parts of the service know the request
     * @param target
     *            path and query, as they were sent
     */
    public Optional<Trace> begin(String id, String method, String target) {
        if (capacity == 0) {
            return Optional.empty();
        }
        synchronized (this) {
            var trace = new Trace(++count, id, method, target, changes::incrementAndGet);
            newest.addFirst(trace);
            byId.put(id, trace);
            if (newest.size() > capacity) {
                byId.remove(newest.removeLast().id());
            }
            changes.incrementAndGet();
            return Optional.of(trace);
        }
    }

    /** The trace of a request; empty when it is forgotten, or isn't one. */
    public Optional<Trace> of(String id) {
        if (capacity == 0) {
            return Optional.empty();
        }
        synchronized (this) {
            return Optional.ofNullable(byId.get(id));
        }
    }

    /** All that are kept, the newest first. */
    public synchronized List<Trace> newest() {
        return List.copyOf(newest);
    }

    /** Another number whenever anything has changed. */
    public long changes() {
        return changes.get();
    }
}
