package basics.upkeep;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import basics.counts.DayCounts;
import basics.dynamodb.Capacity;
import basics.dynamodb.InParallel;
import basics.dynamodb.Values;
import basics.events.ShardKey;
import basics.events.Shards;
import basics.upkeep.Measurement.Place;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.paginators.QueryIterable;

/** Counts the stored events of a name, and reads its counters. */
final class Recount {
    private static final String BY_DATE = "by-date";
    private static final int EVENTS_A_LINE = 100_000;

    private final Service service;
    private final Output output;
    private final Shards shards;
    private long events;
    private long said;

    Recount(Service service, Output output) {
        this.service = service;
        this.output = output;
        shards = service.shards();
    }

    /**
     * The names that have events stored in a period, in order. It reads all of them by the index, day by day, and keeps the
     * names alone.
     */
    Set<String> names(Period period) {
        var names = new TreeSet<String>();
        period.days().forEach(day -> {
            InParallel.map(shards.keys(day), key -> names(key, period)).forEach(names::addAll);
            output.line("… %s: %,d names so far".formatted(day, names.size()));
        });
        return names;
    }

    private Set<String> names(String dayKey, Period period) {
        var names = new HashSet<String>();
        query(of("date", dayKey, period, "event").indexName(BY_DATE)).items()
                .forEach(item -> names.add(ShardKey.name(Values.text(item, "event"))));
        return names;
    }

    /** The partition keys of a name. */
    List<String> keys(String name) {
        return shards.keys(name);
    }

    /**
     * Measures. Counters are read after the events, so an event that is counted meanwhile makes no difference that a
     * repair would add.
     */
    Measurement measure(String name, Period period) {
        var all = new HashMap<Place, Measurement.Tally>();
        InParallel.map(keys(name), key -> Measurement.of(stored(key, period), counted(key, period)))
                .forEach(part -> all.putAll(part.tallies()));
        return new Measurement(all);
    }

    /** All stored events. One that has expired was recorded and counted, so it belongs to the history too. */
    private Map<Place, Long> stored(String key, Period period) {
        var stored = new HashMap<Place, Long>();
        query(of("event", key, period, "timestamp").consistentRead(true)).forEach(page -> {
            page.items().forEach(
                    item -> stored.merge(new Place(key, Hour.of(Values.text(item, "timestamp"))), 1L, Long::sum));
            progress(page.items().size());
        });
        return stored;
    }

    private QueryIterable query(QueryRequest.Builder query) {
        return service.dynamoDb().queryPaginator(query.build());
    }

    /** A query of one attribute of the events of a partition. */
    private QueryRequest.Builder of(String partition, String key, Period period, String attribute) {
        return QueryRequest.builder().tableName(service.eventsTable())
                .keyConditionExpression("#partition = :key AND #timestamp BETWEEN :start AND :end")
                .projectionExpression("#attribute")
                .expressionAttributeNames(
                        Map.of("#partition", partition, "#timestamp", "timestamp", "#attribute", attribute))
                .expressionAttributeValues(Map.of(":key", Values.text(key), ":start", Values.text(period.start()),
                        ":end", Values.text(period.end())));
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

    private synchronized void progress(int more) {
        events += more;
        if (events / EVENTS_A_LINE > said) {
            said = events / EVENTS_A_LINE;
            output.line("… %,d events counted so far".formatted(events));
        }
    }
}
