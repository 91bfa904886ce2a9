package basics.embedded.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.lambda.Outcome;
import basics.embedded.streams.GivenUp.Why;

/**
 * Delivers a batch, in parts where it fails, until each of its records is done or given up (Lambda Developer Guide,
 * "Configuring partial batch response with DynamoDB and Lambda", "Retain discarded records for a DynamoDB event source").
 */
final class Delivery {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    /** DynamoDB Local tells the minute in which a record was written. */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    /** Takes a delivery. */
    interface To {
        Outcome deliver(List<ObjectNode> records) throws InterruptedException;
    }

    /**
     * A part of the batch.
     *
     * @param retries
     *            how often it was delivered as it is, and has failed
     * @param pauses
     *            how often it has waited
     */
    private record Part(List<ObjectNode> records, int retries, int pauses) {
        Part of(int from, int to) {
            return new Part(records.subList(from, to), retries, pauses);
        }

        Part again(int failures) {
            return new Part(records, retries + failures, pauses + 1);
        }
    }

    private final Mapping mapping;
    private final To function;
    private final Consumer<String> done;
    private final Consumer<GivenUp> givenUp;
    private final InstantSource clock;
    private final Deque<Part> parts = new ArrayDeque<>();

    /**
     * @param done
     *            is told the number of a record up to which, and with which, all are done or given up
     */
    Delivery(Mapping mapping, To function, Consumer<String> done, Consumer<GivenUp> givenUp, InstantSource clock) {
        this.mapping = mapping;
        this.function = function;
        this.done = done;
        this.givenUp = givenUp;
        this.clock = clock;
    }

    void deliver(String shard, List<ObjectNode> batch) throws InterruptedException {
        parts.push(new Part(batch, 0, 0));
        while (!parts.isEmpty()) {
            var part = parts.pop();
            var old = tooOld(part.records());
            if (old > 0) {
                rest(part, old);
                giveUp(shard, part.of(0, old), Why.RECORD_AGE_EXCEEDED, Optional.empty());
            } else {
                deliver(shard, part);
            }
        }
    }

    private void deliver(String shard, Part part) throws InterruptedException {
        switch (function.deliver(part.records())) {
            case Outcome.Answer answer -> {
                var failed = mapping.reports()
                        ? Answers.firstFailed(answer.payload(), part.records())
                        : OptionalInt.empty();
                if (failed.isEmpty()) {
                    done(part.records());
                } else {
                    failed(shard, part, failed.getAsInt(), Optional.empty());
                }
            }
            case Outcome.Failure(var reason, _) -> failed(shard, part, 0, Optional.of(reason));
            // Lambda's retries before an invocation end with the age of the records only.
            case Outcome.NotTaken _ -> again(part, 0);
        }
    }

    /**
     * Lambda's guide says that a batch is bisected at the number that the function has returned, and in halves when it has
     * returned none. What if that number is the first, it doesn't say: here it is halved, too. To divide a batch is no retry.
     * Nor does it say whether retries count on behind records that are done: here they don't.
     */
    private void failed(String shard, Part part, int first, Optional<String> failure) throws InterruptedException {
        if (first > 0) {
            done(part.records().subList(0, first));
        }
        // Others were in the way of those that are left: their retries begin now.
        var left = first > 0 ? new Part(part.records().subList(first, part.records().size()), 0, 0) : part;
        if (mapping.bisects() && left.records().size() > 1) {
            var middle = first > 0 ? 0 : left.records().size() / 2;
            rest(left, middle);
            if (middle > 0) {
                parts.push(left.of(0, middle));
            }
        } else if (mapping.retries().isPresent() && left.retries() >= mapping.retries().getAsInt()) {
            giveUp(shard, left.again(1), Why.RETRY_ATTEMPTS_EXHAUSTED, failure);
        } else {
            again(left, 1);
        }
    }

    private void again(Part part, int failures) throws InterruptedException {
        var pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(part.pauses(), 10));
        TimeUnit.NANOSECONDS.sleep((pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause).toNanos());
        parts.push(part.again(failures));
    }

    private void rest(Part part, int from) {
        if (from < part.records().size()) {
            parts.push(part.of(from, part.records().size()));
        }
    }

    private void giveUp(String shard, Part part, Why why, Optional<String> failure) {
        givenUp.accept(new GivenUp(mapping, shard, part.records(), why, part.retries(), failure));
        done(part.records());
    }

    private void done(List<ObjectNode> records) {
        done.accept(Records.sequenceNumber(records.getLast()));
    }

    /** How many at the beginning are: the oldest come first. */
    private int tooOld(List<ObjectNode> records) {
        if (mapping.age().isEmpty()) {
            return 0;
        }
        Instant oldest = clock.instant().minus(mapping.age().get()).minus(PRECISION);
        return (int) records.stream().takeWhile(record -> Records.written(record).isBefore(oldest)).count();
    }
}
