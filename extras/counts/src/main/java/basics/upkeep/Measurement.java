package basics.upkeep;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The events of a name and its counters, at about one time.
 *
 * @param tallies of the hours that have any, for each partition key
 */
record Measurement(Map<Place, Tally> tallies) {

    /** A counter: an hour of a partition key. */
    record Place(String key, Hour hour) {}

    /**
     * @param stored how many events are stored
     * @param counted what the counter says
     */
    record Tally(long stored, long counted) {
        Tally plus(Tally other) {
            return new Tally(stored + other.stored, counted + other.counted);
        }

        /** How much the counter lacks; less than 0 if it has more than is stored. */
        long difference() {
            return stored - counted;
        }
    }

    static Measurement of(Map<Place, Long> stored, Map<Place, Long> counted) {
        return new Measurement(Stream.concat(stored.keySet().stream(), counted.keySet().stream()).distinct()
                .collect(Collectors.toMap(place -> place, place -> new Tally(stored.getOrDefault(place, 0L),
                        counted.getOrDefault(place, 0L)))));
    }

    long sum(ToLongFunction<Tally> part) {
        return tallies.values().stream().mapToLong(part).sum();
    }

    /** The sums of all partition keys for each hour in which any of them differs. */
    SortedMap<Hour, Tally> differing() {
        var hours = new TreeMap<Hour, Tally>();
        var differing = wrong().tallies.keySet().stream().map(Place::hour).collect(Collectors.toSet());
        tallies.forEach((place, tally) -> {
            if (differing.contains(place.hour())) {
                hours.merge(place.hour(), tally, Tally::plus);
            }
        });
        return hours;
    }

    /** The tallies that lack events. */
    Measurement lacking() {
        return only(tally -> tally.difference() > 0);
    }

    /** The tallies that differ. */
    Measurement wrong() {
        return only(tally -> tally.difference() != 0);
    }

    private Measurement only(Predicate<Tally> which) {
        return new Measurement(tallies.entrySet().stream().filter(tally -> which.test(tally.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The tallies that are the same in another measurement, so that nothing is on its way to them. */
    Map<Place, Tally> settledSince(Measurement earlier) {
        return tallies.entrySet().stream()
                .filter(tally -> tally.getValue().equals(earlier.tallies.get(tally.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
