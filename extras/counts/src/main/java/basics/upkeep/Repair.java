package basics.upkeep;

import java.util.Map;

import basics.counts.DayCounts;
import basics.upkeep.Measurement.Place;
import basics.upkeep.Measurement.Tally;

/**
 * Recounts the events of a name and puts its counters right. Without {@code -Dapply} it only says the difference.
 *
 * <p>An event that was recorded a moment ago is stored but not yet counted. Adding it would count it twice. So a
 * difference is applied only if nothing has moved between two measurements, if no failed batch waits after them, and if
 * the counter still is what it was. An event that Lambda goes on retrying for longer than that can't be told from one
 * that is lost: docs/operating.md says when to apply.
 */
final class Repair {
    private final Service service;
    private final Settings settings;
    private final Pause pause;
    private final Output output;

    Repair(Service service, Settings settings, Pause pause, Output output) {
        this.service = service;
        this.settings = settings;
        this.pause = pause;
        this.output = output;
    }

    /** @throws Refusal if it must not be applied now */
    void run() {
        var name = settings.name();
        var period = settings.period();
        var apply = settings.options().flag("apply");
        var lower = settings.options().flag("lower");
        if (apply) {
            requireEmptyQueue();
        }
        var recount = new Recount(service, output);
        var first = recount.measure(name, period);
        say(name, first);
        if (first.differing().isEmpty()) {
            output.line("The counts are right: nothing to do.");
        } else if (!apply) {
            output.line("Nothing was changed: -Dapply puts it right.");
        } else {
            output.line("Measuring again in %d s. Only what has not moved until then is put right."
                    .formatted(settings.settle().toSeconds()));
            pause.of(settings.settle());
            var second = recount.measure(name, period);
            // What was given up meanwhile hasn't moved either.
            requireEmptyQueue();
            requireNoneHidden();
            apply(first, second, lower);
        }
    }

    /** What waits there would be counted once more by a replay. */
    private void requireEmptyQueue() {
        if (!anyway() && service.queue().hasSome()) {
            throw refused("Failed batches wait in the queue.");
        }
    }

    /** Asked last: right after a replay, SQS still tells of messages that are settled. */
    private void requireNoneHidden() {
        var hidden = anyway() ? 0 : service.queue().hidden();
        if (hidden > 0) {
            throw refused(("About %,d failed batches are hidden by a replay that goes on or was interrupted, for 10"
                    + " minutes. SQS's number may be old: wait, and run this again.").formatted(hidden));
        }
    }

    private boolean anyway() {
        return settings.options().flag("anyway");
    }

    private static Refusal refused(String why) {
        return new Refusal(why + " First run mvn -Preplay: what is repaired before would be counted twice by it."
                + " -Danyway repairs all the same, if you never replay them.");
    }

    private void say(String name, Measurement measured) {
        output.line("%s on %d partition keys: %,d events stored, %,d counted.".formatted(name,
                service.shards().keys(name).size(), measured.sum(Tally::stored), measured.sum(Tally::counted)));
        if (!measured.differing().isEmpty()) {
            output.line("hour (UTC)           stored      counted   difference");
            measured.differing().forEach((hour, tally) -> output.line("%-13s %,13d %,12d %,+12d".formatted(hour,
                    tally.stored(), tally.counted(), tally.difference())));
        }
    }

    private void apply(Measurement first, Measurement second, boolean lower) {
        var settled = second.settledSince(first);
        var counts = new DayCounts(service.dynamoDb(), service.countsTable());
        var changed = 0;
        var sum = 0L;
        var higher = 0;
        var moving = second.moving(first);
        for (var each : settled.entrySet()) {
            if (each.getValue().difference() < 0 && !lower) {
                higher++;
            } else if (add(counts, each)) {
                changed++;
                sum += each.getValue().difference();
            } else {
                moving++;
            }
        }
        output.line("%,d counters were put right, by %,+d events in all.".formatted(changed, sum));
        if (higher > 0) {
            output.line(("%,d counters stay, although they count more than is stored: events that have expired and are"
                    + " removed were counted too. If that isn't the reason, -Dlower=true takes them down.")
                    .formatted(higher));
        }
        if (moving > 0) {
            output.line("%,d counters stay, because they or their events moved meanwhile. Run it again later."
                    .formatted(moving));
        }
    }

    private static boolean add(DayCounts counts, Map.Entry<Place, Tally> difference) {
        var place = difference.getKey();
        return counts.add(place.key(), place.hour().day(), place.hour().hour(), difference.getValue().counted(),
                difference.getValue().difference());
    }
}
