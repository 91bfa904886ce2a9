package basics.upkeep;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import basics.counts.Counter;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Counts the records of the batches that Lambda gave up, by the code of the function that counts. A record that was
 * counted before isn't counted again. A message is deleted once all of its records are counted, and not before.
 */
final class Replay {
    private final Service service;
    private final boolean forget;
    private final Pause pause;
    private final Output output;
    private final Counter counter;
    private int counted;
    private int repeated;
    private int settled;
    private final List<String> kept = new ArrayList<>();

    /**
     * @param forget whether to delete messages of which the stream has lost records, after counting the rest
     * @param pause between questions that the stream answers with no records
     */
    Replay(Service service, boolean forget, Pause pause, Output output) {
        this.service = service;
        this.forget = forget;
        this.pause = pause;
        this.output = output;
        counter = Counter.of(service.dynamoDb(), service.countsTable(), InstantSource.system());
    }

    /** Counts what waits, and returns whether every message was settled. */
    boolean run() {
        var queue = service.queue();
        var waiting = queue.size();
        if (waiting == 0) {
            output.line("The queue of failed batches is empty: nothing to do.");
            return true;
        }
        output.line("%,d failed batches wait.".formatted(waiting));
        for (var messages = queue.some(); !messages.isEmpty(); messages = queue.some()) {
            messages.forEach(message -> take(message, queue));
        }
        kept.forEach(queue::release);
        output.line(
                "%,d of them are settled: %,d events counted now, %,d records were counted before.".formatted(settled,
                        counted, repeated));
        if (!kept.isEmpty()) {
            output.line("%,d stay in the queue, for the reasons above.".formatted(kept.size()));
        }
        var hidden = queue.size() - kept.size();
        if (hidden > 0) {
            output.line("%,d are hidden by another run. Run it again in 10 minutes.".formatted(hidden));
        }
        return kept.isEmpty() && hidden <= 0;
    }

    private void take(Message message, FailedBatches queue) {
        try {
            var batch = FailedBatch.of(message.receiptHandle(), message.body());
            if (count(batch)) {
                queue.delete(batch.receipt());
                settled++;
                return;
            }
        } catch (Refusal refused) {
            output.line(String.valueOf(refused.getMessage()));
        }
        kept.add(message.receiptHandle());
    }

    /** Counts what it can, and returns whether the message has done its duty. */
    private boolean count(FailedBatch batch) {
        var found = StreamRecords.of(batch, service.streams(), pause);
        var outcome = counter.count(found.records(), () -> Integer.MAX_VALUE);
        counted += outcome.counted();
        repeated += outcome.repeated();
        if (!outcome.failures().isEmpty()) {
            output.line("%s: %d can't be counted (%s).".formatted(batch, outcome.failures().size(),
                    outcome.failures().stream().map(Counter.Failure::reason).distinct()
                            .collect(Collectors.joining("; "))));
            return false;
        }
        if (found.gone()) {
            output.line(("%s: the stream has %d of them, and no more, since it keeps records for 24 hours. Run"
                    + " mvn -Prepair for the names that had events in those hours%s.").formatted(batch,
                            found.records().size(),
                            forget ? "" : ". -Dforget deletes this message then"));
            return forget;
        }
        return true;
    }
}
