package basics.upkeep;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import basics.counts.Counter;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Counts the records of the batches that Lambda gave up, by the code of the function that counts. A record that was
 * counted before isn't counted again. A message is deleted once all of its records are counted, and not before.
 */
final class Replay {
    /** SQS's number of hidden messages lags by a minute or more, so a run looks so often, with a pause in between. */
    private static final int LOOKS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private static final int BATCHES_A_LINE = 500;

    private final Service service;
    private final Settings settings;
    private final boolean forgets;
    private final Pause pause;
    private final Output output;
    private final FailedBatches queue;
    private final Counter counter;
    private int counted;
    private int repeated;
    private int settled;
    private int strange;
    /** The newest receipt of each message that stays, by the message's id. */
    private final Map<String, String> kept = new HashMap<>();
    /** By what is wrong with the records. */
    private final Map<String, Trouble> uncountable = new TreeMap<>();
    private @Nullable Trouble lost;

    /** @param pause between questions that the stream answers with no records, or SQS with a number that may be old */
    Replay(Service service, Settings settings, Pause pause, Output output) {
        this.service = service;
        this.settings = settings;
        forgets = settings.options().flag("forget");
        this.pause = pause;
        this.output = output;
        queue = service.queue();
        counter = Counter.of(service.dynamoDb(), service.countsTable(), InstantSource.system());
    }

    /** Counts what waits, and returns whether every message was settled. */
    boolean run() {
        takeAll();
        var hidden = hiddenElsewhere();
        for (var look = 1; hidden > 0 && look < LOOKS; look++) {
            pause.of(PAUSE);
            takeAll();
            hidden = hiddenElsewhere();
        }
        kept.values().forEach(queue::release);
        say(hidden);
        return kept.isEmpty() && hidden == 0;
    }

    /** Not to be told while this run itself hides some. It fails for those anyway. */
    private int hiddenElsewhere() {
        return kept.isEmpty() ? queue.hidden() : 0;
    }

    /**
     * Ends when nothing comes, or as many messages have come again as this run has kept: that begins after ten minutes,
     * and others may still wait behind them.
     */
    private void takeAll() {
        var again = 0;
        for (var some = queue.some(); !some.isEmpty() && again <= kept.size(); some = queue.some()) {
            for (var message : some) {
                if (kept.replace(message.messageId(), message.receiptHandle()) == null) {
                    again = 0;
                    take(message);
                } else {
                    again++;
                }
            }
        }
    }

    private void take(Message message) {
        var batch = FailedBatch.of(message.body());
        if (batch.isEmpty()) {
            strange++;
        }
        if (batch.isPresent() && count(batch.get())) {
            queue.delete(message.receiptHandle());
            settled++;
        } else {
            kept.put(message.messageId(), message.receiptHandle());
        }
        if ((settled + kept.size()) % BATCHES_A_LINE == 0) {
            output.line("… %,d failed batches so far".formatted(settled + kept.size()));
        }
    }

    /** Counts what it can, and returns whether the message has done its duty. */
    private boolean count(FailedBatch batch) {
        var found = StreamRecords.of(batch, service.streams(), pause);
        var outcome = counter.count(found.records(), () -> Integer.MAX_VALUE);
        counted += outcome.counted();
        repeated += outcome.repeated();
        outcome.failures().stream().collect(groupingBy(Counter.Failure::reason, counting()))
                .forEach((reason, number) -> uncountable.merge(reason, Trouble.of(batch, number.intValue()),
                        Trouble::plus));
        if (found.gone() > 0) {
            var trouble = Trouble.of(batch, found.gone());
            lost = lost == null ? trouble : lost.plus(trouble);
        }
        return outcome.failures().isEmpty() && (found.gone() == 0 || forgets);
    }

    private void say(int hidden) {
        output.line(settled + kept.size() + hidden == 0
                ? "The queue of failed batches is empty: nothing to do. If a run was stopped within the last minutes, run this again."
                : "%,d failed batches are settled: %,d events counted now, %,d records were counted before."
                        .formatted(settled, counted, repeated));
        if (strange > 0) {
            output.line("%,d messages are not of Lambda about a batch of a DynamoDB stream.".formatted(strange));
        }
        uncountable.forEach((reason, trouble) -> output.line("%s: %,d of their records can't be counted (%s)."
                .formatted(trouble, trouble.records(), reason)));
        if (lost != null) {
            sayHowToRecount(lost);
        }
        if (!kept.isEmpty()) {
            output.line("%,d stay in the queue, for the reasons above.".formatted(kept.size()));
        }
        if (hidden > 0) {
            output.line(
                    ("About %,d messages are hidden by a run that goes on elsewhere or was interrupted. SQS's number"
                            + " may be old. Run it again in 10 minutes.").formatted(hidden));
        }
    }

    private void sayHowToRecount(Trouble trouble) {
        output.line("%s: the stream has lost %,d of their records, as it keeps them for 24 hours.".formatted(trouble,
                trouble.records()));
        if (!forgets) {
            output.line("First count what is left of them, and delete these messages:");
            output.line("  mvn -Preplay%s -Dforget".formatted(settings.target()));
        }
        output.line("Then recount all names that have events in the period:");
        output.line("  mvn -Prepair%s %s -Dapply".formatted(settings.target(), trouble.period()));
        output.line(
                "On these days the records came. Their events' own times may be earlier: set -Dfrom as far back as your"
                        + " clients may have sent (docs/operating.md).");
    }
}
