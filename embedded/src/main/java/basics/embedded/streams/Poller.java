package basics.embedded.streams;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.dynamodb.StreamReader;
import basics.embedded.dynamodb.StreamReader.Shard;
import basics.embedded.platform.Console;

/**
 * Reads the stream of a mapping and delivers what it reads: a batch of each shard at a time, and a shard after its parent.
 * It asks when the table was written, and once a second besides, as items expire without a call.
 */
final class Poller implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(1);
    /** Between two calls. Lambda's own is 250 ms (Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB"). */
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** Of the records of a delivery, in bytes: 6 MB for a payload (Lambda Developer Guide, "Lambda quotas"). */
    private static final int LARGEST = 6 * 1024 * 1024 - 1024;

    private final Mapping mapping;
    private final StreamReader reader;
    private final Delivery.To function;
    private final Checkpoints checkpoints;
    private final Consumer<GivenUp> givenUp;
    private final Console console;
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("stream").factory());
    private final Set<String> begun = new HashSet<>();
    /** Held during a call, which an interrupt would break. */
    private final ReentrantLock calling = new ReentrantLock();
    private volatile boolean closed;

    Poller(Mapping mapping, StreamReader reader, Delivery.To function, Checkpoints checkpoints,
            Consumer<GivenUp> givenUp, Console console) {
        this.mapping = mapping;
        this.reader = reader;
        this.function = function;
        this.checkpoints = checkpoints;
        this.givenUp = givenUp;
        this.console = console;
    }

    /** Begins to read, and returns when it is settled with which record. */
    void start() throws InterruptedException {
        begin(mapping.oldestFirst());
    }

    /** Begins with the shards whose turn it is. */
    private synchronized void begin(boolean oldestFirst) throws InterruptedException {
        var shards = call(reader::shards);
        var ids = shards.stream().map(Shard::id).collect(Collectors.toSet());
        checkpoints.retain(mapping.id(), ids);
        // All are chosen before the first begins. Children of those are begun by their threads, at their end.
        var next = shards.stream().filter(shard -> !isRead(shard.id()) && !begun.contains(shard.id())
                && (!ids.contains(shard.parent()) || isRead(shard.parent()))).toList();
        for (var shard : next) {
            // A call that fails is made again, by the thread of the parent.
            var iterator = iterator(shard.id(), oldestFirst);
            begun.add(shard.id());
            threads.execute(() -> read(shard.id(), iterator));
        }
    }

    private boolean isRead(String shard) {
        return checkpoints.of(mapping.id(), shard).filter(Checkpoints.END::equals).isPresent();
    }

    /** Goes on where reading has ended, or begins. Where it begins is kept at once, so that it isn't later the next time. */
    private String iterator(String shard, boolean oldestFirst) throws InterruptedException {
        var kept = checkpoints.of(mapping.id(), shard);
        if (kept.isEmpty()) {
            kept = oldestFirst
                    ? Optional.of(Checkpoints.START)
                    : call(() -> reader.last(shard)).or(() -> Optional.of(Checkpoints.START));
            checkpoints.done(mapping.id(), shard, kept.get());
        }
        var done = kept.get();
        return call(() -> done.equals(Checkpoints.START) ? reader.oldest(shard) : reader.after(shard, done));
    }

    private void read(String shard, String begin) {
        var iterator = Optional.of(begin);
        var told = "";
        while (!closed) {
            try {
                if (!isRead(shard)) {
                    readToItsEnd(shard, iterator.isPresent() ? iterator.get() : iterator(shard, true));
                    checkpoints.done(mapping.id(), shard, Checkpoints.END);
                }
                begin(true);
                return;
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                // Such as a full disk, or a table that its owner has deleted.
                if (!closed && !told.equals(failure.toString())) {
                    told = failure.toString();
                    console.line("%s gets no records of %s now: %s".formatted(mapping.function().shortName(),
                            mapping.streamArn(), failure));
                }
            }
            iterator = Optional.empty();
            try {
                TimeUnit.NANOSECONDS.sleep(IDLE.toNanos());
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void readToItsEnd(String shard, String begin) throws InterruptedException {
        var gathered = new ArrayList<ObjectNode>();
        var next = Optional.of(begin);
        while (next.isPresent() || !gathered.isEmpty()) {
            next = gather(shard, gathered, next);
            if (!gathered.isEmpty()) {
                var last = Records.sequenceNumber(gathered.getLast());
                var batch = batch(gathered);
                new Delivery(mapping, function, number -> checkpoints.done(mapping.id(), shard, number), givenUp,
                        InstantSource.system()).deliver(shard, batch);
                gathered.subList(0, batch.size()).clear();
                // A delivery may take longer than an iterator is good for, which is 15 minutes.
                next = next.isEmpty() ? next : Optional.of(call(() -> reader.after(shard, last)));
            }
        }
    }

    /**
     * Reads until there is a batch: it is full, or its time is over.
     *
     * @return with what reading goes on; empty at the end of the shard
     */
    private Optional<String> gather(String shard, List<ObjectNode> gathered, Optional<String> iterator)
            throws InterruptedException {
        var next = iterator;
        var until = System.nanoTime() + mapping.window().toNanos();
        while (next.isPresent() && gathered.size() < mapping.batch()) {
            var from = next.get();
            var writes = reader.writes();
            var asked = System.nanoTime();
            var page = call(() -> reader.records(shard, from));
            if (gathered.isEmpty()) {
                until = asked + mapping.window().toNanos();
            }
            page.records().forEach(record -> gathered.add(Records.event(record, mapping.streamArn())));
            next = page.next();
            var left = gathered.isEmpty() ? IDLE.toNanos() : until - System.nanoTime();
            if (left <= 0) {
                break;
            }
            if (page.records().isEmpty()) {
                reader.await(writes, Duration.ofNanos(left));
            }
            // Writes come in crowds, and a call for each would be dear.
            TimeUnit.NANOSECONDS.sleep(Math.min(asked + PAUSE.toNanos(), until(gathered, until)) - System.nanoTime());
        }
        return next;
    }

    private static long until(List<ObjectNode> gathered, long until) {
        return gathered.isEmpty() ? Long.MAX_VALUE : until;
    }

    /** The first of them, as many as are delivered at once. */
    private List<ObjectNode> batch(List<ObjectNode> gathered) {
        var size = 0L;
        var count = 0;
        while (count < Math.min(gathered.size(), mapping.batch())) {
            size += Records.payload(List.of(gathered.get(count))).length;
            if (size > LARGEST && count > 0) {
                break;
            }
            count++;
        }
        return List.copyOf(gathered.subList(0, count));
    }

    private <T> T call(Supplier<T> call) throws InterruptedException {
        calling.lockInterruptibly();
        try {
            if (closed) {
                throw new InterruptedException("Closed");
            }
            return call.get();
        } finally {
            calling.unlock();
        }
    }

    /** What is under way is not done, and comes again with the next start. */
    @Override
    public void close() {
        closed = true;
        calling.lock();
        try {
            threads.shutdownNow();
        } finally {
            calling.unlock();
        }
        threads.close();
    }
}
