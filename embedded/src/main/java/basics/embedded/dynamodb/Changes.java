package basics.embedded.dynamodb;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import basics.embedded.iam.Access;

/** Wakes whoever waits for something to be written to a table, so that nobody has to ask all the time. */
final class Changes {
    /** By the ARN of a table; only those that somebody waits for. */
    private final Map<String, Changed> watched = new ConcurrentHashMap<>();

    /** How often a table was written. */
    static final class Changed {
        private long count;

        synchronized long count() {
            return count;
        }

        private synchronized void happened() {
            count++;
            notifyAll();
        }

        /** Returns when there were other writes than those counted, or the time is over. */
        synchronized void await(long counted, Duration longest) throws InterruptedException {
            var until = System.nanoTime() + longest.toNanos();
            for (var left = longest.toNanos(); count == counted && left > 0; left = until - System.nanoTime()) {
                // Rounded up: 0 would wait without an end.
                wait(Duration.ofNanos(left).toMillis() + 1);
            }
        }
    }

    Changed of(String table) {
        return watched.computeIfAbsent(table, _ -> new Changed());
    }

    /** These writes are done. */
    void happened(Collection<Access> writes) {
        for (var write : writes) {
            var changed = watched.get(write.resource());
            if (changed != null) {
                changed.happened();
            }
        }
    }
}
