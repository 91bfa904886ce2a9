package basics.counts;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;

import basics.dynamodb.Backoff;
import basics.dynamodb.Capacity;
import basics.dynamodb.Failures;
import basics.http.Problem;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The events of one set of seen records that are still to be counted.
 *
 * @param key of the set
 * @param left the hours of the events, by their records
 */
record Group(SeenKey key, Map<SdkBytes, Integer> left) {
    /**
     * A set of so many records takes no more. Each write is charged by the size of the whole set, so a full one of 10
     * KB is better followed by a new one.
     */
    private static final int FULL = 1_000;
    /** The most records that a write adds. A set has 2,000 at most, 20 KB of the 400 KB that an item may have. */
    private static final int MOST = 1_000;
    /**
     * The most attempts in a row that end in a conflict or in throttling. Other groups of the batch wait, and nobody
     * waits for the answer: Lambda delivers the records again.
     */
    private static final int ATTEMPTS = 8;
    /** A call fails within 13 s ({@code basics.dynamodb.Client}). */
    private static final int CALL_MILLIS = 15_000;
    private static final String NO_TIME = "The function's time is nearly over.";
    private static final String INTERFERENCE = "The counters are busy.";

    static Group of(SeenKey key, List<CountedEvent> events) {
        var left = new LinkedHashMap<SdkBytes, Integer>();
        events.forEach(event -> left.put(event.record(), event.hour()));
        return new Group(key, left);
    }

    /**
     * Counts the events, and takes them out of those left.
     *
     * @return how many were counted now; the others had been counted before
     * @throws Problem 503 when time or attempts run out
     * @throws SdkException when DynamoDB fails otherwise
     */
    int count(Counters counters, SeenRecords seen, IntSupplier remainingMillis, Capacity capacity) {
        var counted = 0;
        var attempts = 0;
        var part = 0;
        while (!left.isEmpty()) {
            var place = new SeenRecords.Place(key.event(), key.sortKey(part));
            var known = seen.at(place);
            left.keySet().removeAll(known);
            if (left.isEmpty()) {
                break;
            }
            if (known.size() >= FULL) {
                // Nobody writes to a full set any more. So no record goes into a later one that was in this one.
                part++;
                continue;
            }
            if (remainingMillis.getAsInt() < CALL_MILLIS) {
                throw Problem.tryAgain(NO_TIME);
            }
            var next = next();
            try {
                counters.add(place, known.size(), next.keySet(), key.day(), hours(next), capacity);
                left.keySet().removeAll(next.keySet());
                seen.put(place, union(known, next.keySet()));
                counted += next.size();
                attempts = 0;
            } catch (TransactionCanceledException e) {
                var now = Counters.found(e);
                if (now == null && !Failures.isPassing(e)) {
                    throw e;
                }
                if (now == null || now.equals(known)) {
                    pause(++attempts, remainingMillis);
                } else {
                    seen.put(place, now);
                }
            } catch (SdkException e) {
                // The answer may be lost. If the records were counted, the next attempt finds them.
                if (!Failures.isPassing(e)) {
                    throw e;
                }
                pause(++attempts, remainingMillis);
            }
        }
        return counted;
    }

    private static void pause(int attempts, IntSupplier remainingMillis) {
        if (attempts == ATTEMPTS) {
            throw Problem.tryAgain(INTERFERENCE);
        }
        Backoff.pause(attempts, remainingMillis.getAsInt(), NO_TIME);
    }

    private Map<SdkBytes, Integer> next() {
        var next = new LinkedHashMap<SdkBytes, Integer>();
        left.entrySet().stream().limit(MOST).forEach(entry -> next.put(entry.getKey(), entry.getValue()));
        return next;
    }

    private static Map<Integer, Integer> hours(Map<SdkBytes, Integer> events) {
        var hours = new TreeMap<Integer, Integer>();
        events.values().forEach(hour -> hours.merge(hour, 1, Integer::sum));
        return hours;
    }

    private static Set<SdkBytes> union(Set<SdkBytes> one, Set<SdkBytes> other) {
        var union = new LinkedHashSet<>(one);
        union.addAll(other);
        return union;
    }
}
