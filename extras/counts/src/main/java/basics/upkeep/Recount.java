package basics.upkeep;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import basics.counts.DayCounts;
import basics.dynamodb.Capacity;
import basics.dynamodb.InParallel;
import basics.dynamodb.Values;
import basics.upkeep.Measurement.Place;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Counts the stored events of a name, and reads its counters. */
final class Recount {
    private static final int EVENTS_A_LINE = 100_000;

    private final Service service;
    private final Output output;

    Recount(Service service, Output output) {
        this.service = service;
        this.output = output;
    }

    /**
     * Measures. Counters are read after the events, so an event that is counted meanwhile makes no difference that a
     * repair would add.
     */
    Measurement measure(String name, Period period) {
        var progress = new Progress();
        var parts = InParallel.map(service.shards().keys(name), key -> measure(key, period, progress));
        var all = new HashMap<Place, Measurement.Tally>();
        parts.forEach(part -> all.putAll(part.tallies()));
        return new Measurement(all);
    }

    private Measurement measure(String key, Period period, Progress progress) {
        return Measurement.of(stored(key, period, progress), counted(key, period));
    }

    /** All stored events. One that has expired was recorded and counted, so it belongs to the history too. */
    private Map<Place, Long> stored(String key, Period period, Progress progress) {
        var stored = new HashMap<Place, Long>();
        service.dynamoDb().queryPaginator(QueryRequest.builder().tableName(service.eventsTable())
                .keyConditionExpression("#event = :event AND #timestamp BETWEEN :start AND :end")
                .projectionExpression("#timestamp")
                .expressionAttributeNames(Map.of("#event", "event", "#timestamp", "timestamp"))
                .expressionAttributeValues(Map.of(":event", Values.text(key), ":start", Values.text(period.start()),
                        ":end", Values.text(period.end())))
                .consistentRead(true).build()).stream().map(QueryResponse::items).forEach(page -> {
                    page.forEach(item -> stored.merge(new Place(key, Hour.of(Values.text(item, "timestamp"))), 1L,
                            Long::sum));
                    progress.add(page.size());
                });
        return stored;
    }

    private Map<Place, Long> counted(String key, Period period) {
        var counted = new HashMap<Place, Long>();
        new DayCounts(service.dynamoDb(), service.countsTable())
                .readConsistently(key, period.firstDay(), period.lastDay(), new Capacity())
                .forEach((day, hours) -> {
                    for (var hour = 0; hour < hours.length; hour++) {
                        var at = new Hour(day, hour);
                        if (hours[hour] != 0 && period.contains(at)) {
                            counted.put(new Place(key, at), hours[hour]);
                        }
                    }
                });
        return counted;
    }

    private final class Progress {
        private final LongAdder events = new LongAdder();
        private long said;

        synchronized void add(int more) {
            events.add(more);
            if (events.sum() / EVENTS_A_LINE > said) {
                said = events.sum() / EVENTS_A_LINE;
                output.line("… %,d events counted so far".formatted(events.sum()));
            }
        }
    }
}
