package basics.counts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Capacity;
import basics.dynamodb.InParallel;
import basics.http.Problem;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Counts records of the events table's stream, each once: however often and in whatever groups and order they come,
 * also from several consumers at once.
 *
 * <p>Public for tools that count records which the function could not count. One counted before, here or there, isn't
 * counted again. Safe for use by several threads.
 */
public final class Counter {
    /** How many counters are written at once. */
    private static final int AT_ONCE = 16;

    private final Counters counters;
    private final SeenRecords seen = new SeenRecords();

    private Counter(Counters counters) {
        this.counters = counters;
    }

    /**
     * A counter that writes with this client.
     *
     * @param table the table of counts
     * @param clock sets when the marks of seen records may be removed
     */
    public static Counter of(DynamoDbClient client, String table, InstantSource clock) {
        return new Counter(new Counters(client, table, clock));
    }

    /**
     * What became of records.
     *
     * @param counted new ones, in the counters now
     * @param repeated those counted before, by another call or by an attempt whose answer was lost
     * @param ignored those that add no event
     * @param failures those not counted. They may be counted later, by the same records
     * @param capacity the units that it took
     */
    public record Outcome(int counted, int repeated, int ignored, List<Failure> failures, Capacity capacity) {}

    /**
     * A record that was not counted.
     *
     * @param reason in words, without any text of a user
     */
    public record Failure(StreamRecord record, String reason) {}

    private record Known(StreamRecord record, CountedEvent event) {}

    private record Counted(int events, List<Failure> failures) {}

    /**
     * Counts the records. Those that can't be counted don't keep it from counting the others.
     *
     * @param remainingMillis the time left. With less than 15 s it begins no further call of DynamoDB, and the records
     *            left are failures
     */
    public Outcome count(List<StreamRecord> records, IntSupplier remainingMillis) {
        var failures = new ArrayList<Failure>();
        var groups = new LinkedHashMap<SeenKey, List<Known>>();
        var ignored = 0;
        for (var record : records) {
            try {
                var event = CountedEvent.of(record);
                if (event == null) {
                    ignored++;
                } else {
                    groups.computeIfAbsent(event.seen(), _ -> new ArrayList<>()).add(new Known(record, event));
                }
            } catch (CountedEvent.NotUnderstood e) {
                failures.add(new Failure(record, e.reason()));
            }
        }
        var capacity = new Capacity();
        var counted = 0;
        // Transactions on one counter would end each other if they ran at once.
        var counters = List.copyOf(groups.entrySet().stream()
                .collect(groupingBy(entry -> entry.getKey().counter(), LinkedHashMap::new, toList())).values());
        for (var i = 0; i < counters.size(); i += AT_ONCE) {
            var some = counters.subList(i, Math.min(counters.size(), i + AT_ONCE));
            for (var result : InParallel.map(some, entries -> count(entries, remainingMillis, capacity))) {
                counted += result.events;
                failures.addAll(result.failures);
            }
        }
        return new Outcome(counted, records.size() - counted - ignored - failures.size(), ignored,
                List.copyOf(failures), capacity);
    }

    private Counted count(List<Map.Entry<SeenKey, List<Known>>> entries, IntSupplier remainingMillis,
            Capacity capacity) {
        var counted = 0;
        var failures = new ArrayList<Failure>();
        for (var entry : entries) {
            var result = count(entry, remainingMillis, capacity);
            counted += result.events;
            failures.addAll(result.failures);
        }
        return new Counted(counted, failures);
    }

    private Counted count(Map.Entry<SeenKey, List<Known>> entry, IntSupplier remainingMillis, Capacity capacity) {
        var group = Group.of(entry.getKey(), entry.getValue().stream().map(Known::event).toList());
        var before = group.left().size();
        try {
            return new Counted(group.count(counters, seen, remainingMillis, capacity), List.of());
        } catch (Problem | SdkException e) {
            var reason = reason(e);
            var failures = entry.getValue().stream().filter(known -> group.left().containsKey(known.event.record()))
                    .map(known -> new Failure(known.record, reason)).toList();
            return new Counted(before - group.left().size(), failures);
        }
    }

    /** Without DynamoDB's message, which may quote a key. */
    private static String reason(RuntimeException failure) {
        return switch (failure) {
            case Problem problem -> String.valueOf(problem.getMessage());
            case TransactionCanceledException cancelled -> cancelled.cancellationReasons().stream()
                    .map(CancellationReason::code)
                    .collect(Collectors.joining(",", "TransactionCanceledException:", ""));
            case DynamoDbException refused when code(refused) != null -> String.valueOf(code(refused));
            default -> failure.getClass().getSimpleName();
        };
    }

    private static @Nullable String code(DynamoDbException refused) {
        return refused.awsErrorDetails() == null ? null : refused.awsErrorDetails().errorCode();
    }
}
