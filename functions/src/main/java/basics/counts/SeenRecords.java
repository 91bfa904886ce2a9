package basics.counts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The sets of seen records that this execution environment has read or written lately. A set only ever grows, so one of
 * the stored size is the stored one. They spare the usual case a refused write, from which it would learn what was
 * seen.
 */
final class SeenRecords {
    static final String RECORDS = "records";
    /** In bytes, about: little beside the least memory that a function of Java runs in. */
    private static final int MOST = 5_000_000;
    /** What a record takes in memory, and a set beside its records and its name: estimated from the objects. */
    private static final int RECORD = 100;
    private static final int SET = 300;

    /** A set's place in the table. */
    record Place(String event, String sortKey) {}

    private final LinkedHashMap<Place, Set<SdkBytes>> sets = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    synchronized Set<SdkBytes> at(Place place) {
        return sets.getOrDefault(place, Set.of());
    }

    /** @param records all of the set */
    synchronized void put(Place place, Set<SdkBytes> records) {
        var before = sets.put(place, Set.copyOf(records));
        bytes += bytes(place, records.size()) - (before == null ? 0 : bytes(place, before.size()));
        for (var eldest = sets.entrySet().iterator(); bytes > MOST && eldest.hasNext();) {
            var set = eldest.next();
            bytes -= bytes(set.getKey(), set.getValue().size());
            eldest.remove();
        }
    }

    private static int bytes(Place place, int records) {
        return SET + Character.BYTES * (place.event.length() + place.sortKey.length()) + RECORD * records;
    }

    /** The records of a stored set; empty when there is none. */
    static Set<SdkBytes> of(Map<String, AttributeValue> item) {
        var records = item.get(RECORDS);
        return records == null || !records.hasBs() ? Set.of() : Set.copyOf(records.bs());
    }
}
