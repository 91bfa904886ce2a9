package basics.embedded.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What the service itself is at, and was at last, for whoever looks. May be called from any thread. */
public final class Progress {
    private static final int KEPT = 20;

    private final Deque<Task> newest = new ArrayDeque<>();

    /**
     * A task.
     *
     * @param result
     *            empty while it is under way
     */
    public record Step(Instant began, String what, String result, double seconds) {}

    /** One that is under way until it is ended. */
    public final class Task {
        private final Instant began = Instant.now();
        private final String what;
        private Instant ended = Instant.MAX;
        private String result = "";

        private Task(String what) {
            this.what = what;
        }

        /** It is done, with a result in words. */
        public void end(String words) {
            synchronized (newest) {
                result = words;
                ended = Instant.now();
            }
        }

        private Step step() {
            var until = result.isEmpty() ? Instant.now() : ended;
            return new Step(began, what, result, Duration.between(began, until).toMillis() / 1000.0);
        }
    }

    /** Begins a task, in words such as "Synthesising the template". */
    public Task begin(String what) {
        var task = new Task(what);
        synchronized (newest) {
            newest.addFirst(task);
            if (newest.size() > KEPT) {
                newest.removeLast();
            }
        }
        return task;
    }

    /** The last ones, the newest first. */
    public List<Step> steps() {
        synchronized (newest) {
            return newest.stream().map(Task::step).toList();
        }
    }
}
