package basics.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import basics.counts.ExactCountsTest.Wish;
import basics.dynamodb.Values;
import basics.events.ShardKey;
import basics.testing.Answer;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Records events and delivers their records, with a plain model beside it. */
final class CountingRun {
    /** What was tried in all runs. */
    static final class Figures {
        private long recorded;
        private long deliveries;
        private long again;

        long recorded() {
            return recorded;
        }

        /** Records that were delivered. */
        long deliveries() {
            return deliveries;
        }

        /** Those of them that had been delivered before. */
        long again() {
            return again;
        }
    }

    private final CountCalls calls;
    private final List<String> names;
    private final Figures figures;
    /** The model: events by hour, by name. */
    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    /** The model: when each stored event expires. */
    private final Map<Key, Long> stored = new LinkedHashMap<>();
    /** How many records of events the stream still owes. */
    private int awaited;
    private final List<Record> pending = new ArrayList<>();
    private final List<Record> delivered = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final KeepCounts warm;

    /** An event's name, and its sort key. */
    private record Key(String name, String sortKey) {}

    CountingRun(CountCalls calls, List<String> names, Figures figures) {
        this.calls = calls;
        this.names = names;
        this.figures = figures;
        warm = calls.consumer();
    }

    /** What the model counts, by hour. */
    Map<String, Integer> expected(String name) {
        return counts.getOrDefault(name, Map.of());
    }

    private String json(Wish wish) {
        return wish.json(names.get(wish.name()), calls.now);
    }

    void record(Wish wish) {
        recorded(List.of(wish), calls.record(json(wish)));
    }

    void recordBatch(List<Wish> batch) {
        recorded(batch, calls.recordBatch(batch.stream().map(this::json)
                .collect(Collectors.joining(",", "{\"events\":[", "]}"))));
    }

    private void recorded(List<Wish> wishes, Answer answer) {
        if (answer.status() >= 400) {
            // Recorded already, or twice in the batch, with another expiry: then nothing of it is recorded.
            assertThat(answer.status()).as(answer.body()).isIn(400, 409);
            return;
        }
        var now = calls.now.getEpochSecond();
        var added = 0;
        for (var wish : wishes) {
            var time = OffsetDateTime.parse(wish.timestamp(calls.now)).withOffsetSameInstant(ZoneOffset.UTC);
            var stamp = "%1$tFT%1$tT.%1$tNZ".formatted(time);
            var key = new Key(names.get(wish.name()), stamp + '#' + wish.id());
            if (stored.getOrDefault(key, 0L) <= now) {
                var minutes = wish.expiresAfterMinutes();
                stored.put(key, minutes == 0 ? Long.MAX_VALUE : now + 60L * minutes);
                counts.computeIfAbsent(key.name, _ -> new TreeMap<>())
                        .merge(stamp.substring(0, "2026-11-22T10".length()), 1, Integer::sum);
                added++;
            }
        }
        figures.recorded += added;
        awaited += added;
        arrived();
    }

    /** Takes what the stream has got by now. */
    private void arrived() {
        calls.delivered().stream()
                .filter(record -> names.contains(ShardKey.name(Values.text(record.dynamodb().keys(), "event"))))
                .forEach(record -> {
                    pending.add(record);
                    awaited--;
                });
    }

    /** Removes what has expired, as TTL does. */
    void removeExpired(int shards) {
        var expired = stored.entrySet().stream().filter(entry -> entry.getValue() <= calls.now.getEpochSecond())
                .map(Map.Entry::getKey).toList();
        for (var key : expired) {
            stored.remove(key);
            for (var shard = 0; shard < shards; shard++) {
                var place = Map.of("event", Values.text(ShardKey.of(key.name, shard)), "timestamp",
                        Values.text(key.sortKey));
                awaited += calls.tables.client().deleteItem(delete -> delete.tableName(calls.events).key(place)
                        .returnValues(ReturnValue.ALL_OLD)).hasAttributes() ? 1 : 0;
            }
        }
        arrived();
    }

    /** Delivers what is pending and some of what was delivered before, in any groups and any order. */
    void deliver(Random random) {
        var records = new ArrayList<>(pending);
        pending.clear();
        delivered.stream().filter(_ -> random.nextInt(3) == 0).forEach(records::add);
        if (random.nextBoolean()) {
            Collections.shuffle(records, random);
        }
        while (!records.isEmpty()) {
            var batch = records.subList(0, 1 + random.nextInt(records.size()));
            deliver(List.copyOf(batch), random);
            batch.clear();
        }
    }

    private void deliver(List<Record> batch, Random random) {
        note(batch);
        switch (random.nextInt(8)) {
            case 0 -> settle(batch, calls.keep(calls.consumer(), batch));
            case 1 -> {
                // It counts, and is killed before it answers.
                calls.keep(random.nextBoolean() ? warm : calls.consumer(), batch);
                pending.addAll(batch);
            }
            case 2, 3 -> settle(batch,
                    calls.keep(calls.consumer(new InterferingDynamoDb(calls.tables.client(), random, 3)), batch));
            case 4 -> settle(batch, calls.keep(warm, Deliveries.json(batch), 1_000));
            case 5 -> {
                // As the tool counts what is in the queue of failed batches.
                var outcome = calls.counter.count(batch.stream().map(StreamRecord::of).toList(),
                        () -> CountCalls.TIMEOUT_MILLIS);
                settle(batch, outcome.failures().stream()
                        .map(failure -> String.valueOf(failure.record().sequenceNumber())).toList());
            }
            case 6 -> {
                // A consumer that seemed dead goes on while its successor has begun.
                var other = CompletableFuture.supplyAsync(() -> calls.keep(calls.consumer(), batch));
                settle(batch, calls.keep(calls.consumer(), batch));
                other.join();
                note(batch);
            }
            default -> settle(batch, calls.keep(warm, batch));
        }
    }

    /** Lambda delivers failed records again. */
    private void settle(List<Record> batch, List<String> failed) {
        for (var record : batch) {
            (failed.contains(record.dynamodb().sequenceNumber()) ? pending : delivered).add(record);
        }
    }

    private void note(List<Record> batch) {
        figures.deliveries += batch.size();
        figures.again += batch.stream().filter(record -> !known.add(record.eventID())).count();
    }

    void deliverTheRest() {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            arrived();
            return awaited == 0;
        });
        while (!pending.isEmpty()) {
            var batch = List.copyOf(pending);
            pending.clear();
            note(batch);
            settle(batch, calls.keep(warm, batch));
        }
    }
}
