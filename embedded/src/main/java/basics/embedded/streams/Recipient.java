package basics.embedded.streams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.faults.Deliveries;
import basics.embedded.faults.Faults;
import basics.embedded.lambda.Lambda;
import basics.embedded.lambda.Outcome;

/** The function of a mapping, with the faults that are ordered for deliveries to it. */
record Recipient(Mapping mapping, Lambda lambda, Deliveries deliveries) {
    /** As long as a function can take, and its start: it waits for nobody but itself. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    /** Delivers records, which it has not taken if it could not be invoked. */
    Outcome deliver(List<ObjectNode> batch) throws InterruptedException {
        var struck = deliveries.of(mapping.function().shortName(), Records.keys(batch));
        if (struck.isEmpty()) {
            return invoke(batch, Faults.NONE);
        }
        var faults = struck.get().faults();
        if (struck.get().kind().isEmpty()) {
            return invoke(batch, faults);
        }
        return switch (struck.get().kind().get()) {
            case TWICE -> {
                invoke(batch, faults);
                yield invoke(batch, faults);
            }
            case KILLED -> {
                invoke(batch, faults);
                lambda.end(faults);
                yield new Outcome.Failure("Killed before its answer was taken, as ordered", "");
            }
            case REGROUPED -> {
                for (var group : regrouped(batch)) {
                    invoke(group, faults);
                }
                yield invoke(batch, faults);
            }
        };
    }

    /** From the last to the first, in groups of one, two, three and so on. */
    private static List<List<ObjectNode>> regrouped(List<ObjectNode> batch) {
        var groups = new ArrayList<List<ObjectNode>>();
        var backwards = batch.reversed();
        for (int begin = 0, size = 1; begin < batch.size(); begin += size, size++) {
            groups.add(backwards.subList(begin, Math.min(begin + size, batch.size())));
        }
        return groups;
    }

    private Outcome invoke(List<ObjectNode> batch, Faults faults) throws InterruptedException {
        try {
            return lambda.invoke(mapping.functionArn(), UUID.randomUUID().toString(), Records.payload(batch), LONGEST,
                    faults);
        } catch (TimeoutException | ExecutionException notInvoked) {
            // Such as an order that was ended meanwhile. It comes again.
            return new Outcome.NotTaken();
        }
    }
}
