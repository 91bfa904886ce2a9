package basics.counts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Capacity;
import basics.dynamodb.InParallel;
import basics.dynamodb.Setup;
import basics.dynamodb.TableHandler;
import basics.events.EventName;
import basics.events.Shards;
import basics.http.Json;
import basics.http.Request;
import basics.http.Response;

/**
 * {@code GET /events/{event}/counts}: a Query of the counters for each shard of the name, summed by hour or by day.
 */
public final class CountEvents extends TableHandler {
    private static final List<String> PARAMETERS = List.of(Range.FROM, Range.TO, Range.BY);
    private static final int DAY = "2026-11-22".length();
    private static final int HOUR = "2026-11-22T".length();

    /** Counters of a day in DynamoDB's JSON. */
    private static final String EXAMPLE = """
        {"event": {"S": "priming"}, "day": {"S": "2026-11-22"}, "h09": {"N": "2"}, "h10": {"N": "3"}}""";

    private final DayCounts counts;
    private final Shards shards;

    public CountEvents() {
        this(Setup.ofProcess());
    }

    CountEvents(Setup setup) {
        super(setup);
        var client = setup.client(EXAMPLE);
        counts = new DayCounts(client, setup.variables().required("COUNTS_TABLE"));
        shards = Shards.of(setup, client, setup.variables().required("EVENTS_TABLE"));
    }

    @Override
    protected List<String> parameters() {
        return PARAMETERS;
    }

    @Override
    protected Response answer(Request request, Capacity capacity) throws IOException {
        var errors = request.errors();
        var name = request.path("event");
        EventName.check(name, errors);
        var range = Range.parse(request.query(), errors);
        errors.raise();
        return Response.json(200, json(range, range.size() == 0 ? Map.of() : sums(shards.keys(name), range, capacity)));
    }

    private Map<String, long[]> sums(List<String> keys, Range range, Capacity capacity) {
        var sums = new HashMap<String, long[]>();
        InParallel.map(keys, key -> counts.read(key, range.firstDay(), range.lastDay(), capacity))
                .forEach(days -> days.forEach((day, hours) -> sums.merge(day, hours, CountEvents::sum)));
        return sums;
    }

    private static long[] sum(long[] one, long[] other) {
        var sum = one.clone();
        Arrays.setAll(sum, hour -> one[hour] + other[hour]);
        return sum;
    }

    private static byte[] json(Range range, Map<String, long[]> days) throws IOException {
        var bytes = new ByteArrayOutputStream(512);
        try (var json = Json.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (var i = 0; i < range.size(); i++) {
                var period = range.period(i);
                json.writeStartObject();
                json.writeStringField("period", period);
                json.writeNumberField("count", count(period, days.get(period.substring(0, DAY))));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("count", range.size());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static long count(String period, long @Nullable [] hours) {
        if (hours == null) {
            return 0;
        }
        return period.length() == DAY
                ? Arrays.stream(hours).sum()
                : hours[Integer.parseInt(period.substring(HOUR))];
    }
}
