package basics.embedded.queues;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A standard queue in memory (SQS Developer Guide, "Amazon SQS visibility timeout"): a message that is received is hidden
 * for a time, and comes again unless it is deleted.
 */
final class Queue {
    /**
     * What the template says of it.
     *
     * @param visibility
     *            how long a received message is hidden
     * @param retention
     *            how long a message is kept
     * @param patience
     *            how long a call waits for a message
     */
    record Settings(String name, String arn, Duration visibility, Duration retention, Duration patience) {}

    /**
     * A message as a call receives it.
     *
     * @param handle
     *            by which it is deleted, good until it is received again
     * @param times
     *            how often it was received
     */
    record Received(String id, String handle, String body, Instant sent, Instant first, int times) {}

    private static final class Message {
        private final String id = UUID.randomUUID().toString();
        private final Instant sent = Instant.now();
        private final String body;
        private Instant visible = sent;
        private Instant first = Instant.MAX;
        private String handle = "";
        private int times;

        Message(String body) {
            this.body = body;
        }

        boolean isOf(String receipt) {
            return times > 0 && handle.equals(receipt);
        }

        Received receive(Instant now, Duration hidden) {
            times++;
            first = first.equals(Instant.MAX) ? now : first;
            handle = UUID.randomUUID().toString();
            visible = now.plus(hidden);
            return new Received(id, handle, body, sent, first, times);
        }
    }

    private final Map<String, Message> messages = new LinkedHashMap<>();
    private Settings settings;

    Queue(Settings settings) {
        this.settings = settings;
    }

    synchronized Settings settings() {
        return settings;
    }

    synchronized void change(Settings changed) {
        settings = changed;
    }

    /** Returns the id of the message. */
    synchronized String send(String body) {
        var message = new Message(body);
        messages.put(message.id, message);
        notifyAll();
        return message.id;
    }

    /** The oldest messages that nobody works on, none when there is none within the time. */
    synchronized List<Received> receive(int most, Duration hidden, Duration patience) throws InterruptedException {
        var until = Instant.now().plus(patience);
        while (true) {
            var now = Instant.now();
            messages.values().removeIf(message -> message.sent.plus(settings.retention()).isBefore(now));
            var received = new ArrayList<Received>();
            messages.values().stream().filter(message -> !message.visible.isAfter(now)).limit(most)
                    .forEach(message -> received.add(message.receive(now, hidden)));
            if (!received.isEmpty() || !now.isBefore(until)) {
                return received;
            }
            // Hidden ones become visible without a call.
            var next = messages.values().stream().map(message -> message.visible).filter(until::isAfter)
                    .min(Instant::compareTo).orElse(until);
            wait(Duration.between(now, next).toMillis() + 1);
        }
    }

    /** Whether there was one; one that was received again since is none. */
    synchronized boolean delete(String handle) {
        return messages.values().removeIf(message -> message.isOf(handle));
    }

    /** Hides a received message for another time from now on; 0 shows it. */
    synchronized boolean hide(String handle, Duration hidden) {
        var found = messages.values().stream().filter(message -> message.isOf(handle)).findFirst();
        found.ifPresent(message -> message.visible = Instant.now().plus(hidden));
        notifyAll();
        return found.isPresent();
    }

    synchronized void purge() {
        messages.clear();
    }

    /** How many may be received now. */
    synchronized long visible() {
        var now = Instant.now();
        return messages.values().stream().filter(message -> !message.visible.isAfter(now)).count();
    }

    /** How many were received, and are hidden. */
    synchronized long hidden() {
        return messages.size() - visible();
    }
}
