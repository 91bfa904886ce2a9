package basics.upkeep;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import basics.counts.DayCounts;
import basics.upkeep.Measurement.Place;
import basics.upkeep.Measurement.Tally;

/**
 * Recounts the events of a name, or of all names that have any in the period, and puts their counters right. Without
 * {@code -Dapply} it only says the difference.
 *
 * <p>An event that was recorded a moment ago is stored but not yet counted. Adding it would count it twice. So a
 * difference is applied only if nothing has moved between two measurements, if no failed batch waits after them, and if
 * the counter still is what it was. An event that Lambda goes on retrying for longer than that can't be told from one
 * that is lost: docs/operating.md says when to apply.
 */
final class Repair {
    /** How many counters wait for their second measurement at most, which limits the memory. */
    private static final int MOST_WAITING = 200_000;

    private final Service service;
    private final Settings settings;
    private final Pause pause;
    private final Output output;
    private final int mostWaiting;
    private final Recount recount;
    private final boolean apply;
    private final boolean lower;
    private final boolean anyway;
    /** What the first measurement of names found wrong. */
    private final Map<String, Measurement> waiting = new LinkedHashMap<>();
    private int countersWaiting;
    private int differing;
    private int lacking;
    private int higher;
    private Done done = new Done(0, 0, 0);

    /**
     * What a second measurement found.
     *
     * @param tallies those that are wrong by as much as before
     * @param moving how many are wrong, but not as before
     */
    private record Settled(Map<Place, Tally> tallies, int moving) {}

    /**
     * What became of counters.
     *
     * @param changed how many were put right
     * @param sum by how many events in all
     * @param moving how many stay because they moved
     */
    private record Done(int changed, long sum, int moving) {
        Done plus(Done other) {
            return new Done(changed + other.changed, sum + other.sum, moving + other.moving);
        }
    }

    Repair(Service service, Settings settings, Pause pause, Output output) {
        this(service, settings, pause, output, MOST_WAITING);
    }

    /** @param mostWaiting how many counters may wait for their second measurement until those are made */
    Repair(Service service, Settings settings, Pause pause, Output output, int mostWaiting) {
        this.service = service;
        this.settings = settings;
        this.pause = pause;
        this.output = output;
        this.mostWaiting = mostWaiting;
        recount = new Recount(service, output);
        apply = settings.options().flag("apply");
        lower = settings.options().flag("lower");
        anyway = settings.options().flag("anyway");
    }

    /** @throws Refusal if it must not be applied now */
    void run() {
        var name = settings.name();
        var period = settings.period();
        if (apply && lower && name.isEmpty() && !settings.options().flag("all")) {
            throw new Refusal(
                    "-Dlower=true takes off what has expired, and without -Dname of all names. If that is what"
                            + " you want, give -Dall too.");
        }
        if (apply) {
            requireEmptyQueue();
        }
        var names = name.map(Set::of).orElseGet(() -> recount.names(period));
        names.forEach(each -> look(each, period, name.isPresent()));
        if (name.isEmpty()) {
            output.line("%,d names have events in this period. %,d of them differ.".formatted(names.size(), differing));
        }
        putRight(period, name.isEmpty());
        sayAll();
    }

    private void look(String name, Period period, boolean alone) {
        var measured = recount.measure(name, period);
        var wrong = measured.wrong();
        if (measured.tallies().isEmpty()) {
            output.line("\"%s\" has neither events nor counters in this period.".formatted(name));
        } else if (alone || !wrong.tallies().isEmpty()) {
            say(name, measured, alone);
        }
        if (wrong.tallies().isEmpty()) {
            return;
        }
        differing++;
        lacking += wrong.lacking().tallies().size();
        var wanted = wanted(wrong);
        higher += wrong.tallies().size() - wanted.tallies().size();
        if (apply && !wanted.tallies().isEmpty()) {
            waiting.put(name, wanted);
            countersWaiting += wanted.tallies().size();
            if (countersWaiting >= mostWaiting) {
                putRight(period, !alone);
            }
        }
    }

    private Measurement wanted(Measurement measured) {
        return lower ? measured.wrong() : measured.lacking();
    }

    private void say(String name, Measurement measured, boolean byHour) {
        output.line(
                "\"%s\" on %d partition keys: %,d events stored, %,d counted: %,d are missing, %,d too many.".formatted(
                        name, recount.keys(name).size(), measured.sum(Tally::stored), measured.sum(Tally::counted),
                        measured.lacking().sum(Tally::difference),
                        measured.sum(tally -> Math.max(0, -tally.difference()))));
        if (byHour && !measured.differing().isEmpty()) {
            output.line("hour (UTC)           stored      counted   difference");
            measured.differing().forEach((hour, tally) -> output.line("%-13s %,13d %,12d %,+12d".formatted(hour,
                    tally.stored(), tally.counted(), tally.difference())));
        }
    }

    /** Measures again what waits, and puts right what has not moved. */
    private void putRight(Period period, boolean sayEach) {
        if (waiting.isEmpty()) {
            return;
        }
        output.line("Measuring %,d names again in %d s. Only what has not moved until then is put right."
                .formatted(waiting.size(), settings.settle().toSeconds()));
        pause.of(settings.settle());
        var again = new LinkedHashMap<String, Settled>();
        waiting.forEach((name, first) -> again.put(name, settled(wanted(recount.measure(name, period)), first)));
        waiting.clear();
        countersWaiting = 0;
        // What was given up meanwhile hasn't moved either.
        requireEmptyQueue();
        requireNoneHidden();
        again.forEach((name, settled) -> {
            var ofName = apply(settled);
            if (sayEach) {
                output.line("\"%s\": %,d counters were put right, by %,+d events. %,d moved meanwhile.".formatted(name,
                        ofName.changed, ofName.sum, ofName.moving));
            }
            done = done.plus(ofName);
        });
    }

    private static Settled settled(Measurement second, Measurement first) {
        var tallies = second.settledSince(first);
        return new Settled(tallies, second.tallies().size() - tallies.size());
    }

    private Done apply(Settled settled) {
        var counts = new DayCounts(service.dynamoDb(), service.countsTable());
        var all = new Done(0, 0, settled.moving);
        for (var each : settled.tallies.entrySet()) {
            all = all.plus(add(counts, each) ? new Done(1, each.getValue().difference(), 0) : new Done(0, 0, 1));
        }
        return all;
    }

    private static boolean add(DayCounts counts, Map.Entry<Place, Tally> difference) {
        var place = difference.getKey();
        return counts.add(place.key(), place.hour().day(), place.hour().hour(), difference.getValue().counted(),
                difference.getValue().difference());
    }

    private void sayAll() {
        if (differing == 0) {
            output.line("The counts are right: nothing to do.");
        } else if (apply) {
            output.line("%,d counters were put right, by %,+d events in all.".formatted(done.changed, done.sum));
        } else {
            output.line("Nothing was changed" + (lacking > 0 || lower ? ": -Dapply puts it right." : "."));
        }
        if (higher > 0) {
            output.line(("%,d counters stay, although they count more than is stored: events that have expired and are"
                    + " removed were counted too. If that isn't the reason, -Dlower=true takes them down.")
                    .formatted(higher));
        }
        if (done.moving > 0) {
            output.line("%,d counters stay, because they or their events moved meanwhile. Run it again later."
                    .formatted(done.moving));
        }
    }

    /** What waits there would be counted once more by a replay. */
    private void requireEmptyQueue() {
        if (!anyway && service.queue().hasSome()) {
            throw refused("Failed batches wait in the queue.");
        }
    }

    /** Asked last: right after a replay, SQS still tells of messages that are settled. */
    private void requireNoneHidden() {
        var hidden = anyway ? 0 : service.queue().hidden();
        if (hidden > 0) {
            throw refused(("About %,d failed batches are hidden by a replay that goes on or was interrupted, for 10"
                    + " minutes. SQS's number may be old: wait, and run this again.").formatted(hidden));
        }
    }

    private static Refusal refused(String why) {
        return new Refusal(why + " First run mvn -Preplay: what is repaired before would be counted twice by it."
                + " -Danyway repairs all the same, if you never replay them.");
    }
}
