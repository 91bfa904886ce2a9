package basics.events;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import basics.dynamodb.Capacity;
import basics.dynamodb.Setup;
import basics.dynamodb.TableHandler;
import basics.http.Request;
import basics.http.Response;
import basics.time.Timestamp;

/** {@code GET /events?date=}: a Query of the by-date index, with the day as its partition key. */
public final class ListEventsOnDate extends TableHandler {
    private static final List<String> PARAMETERS = Stream.concat(Stream.of(Event.DATE), EventQuery.PARAMETERS.stream())
            .toList();

    private final Events events;

    public ListEventsOnDate() {
        this(Setup.ofProcess());
    }

    ListEventsOnDate(Setup setup) {
        super(setup);
        events = Events.byDate(setup);
    }

    @Override
    protected List<String> parameters() {
        return PARAMETERS;
    }

    @Override
    protected Response answer(Request request, Capacity capacity) throws IOException {
        var errors = request.errors();
        var values = request.query();
        var date = values.get(Event.DATE);
        if (date == null) {
            errors.in(Event.DATE, "must be given: it is the partition key");
            throw errors.problem(400, "The partition key must be given: date (or the event name, in the path)."
                    + " A sort key alone, such as a time, can't be queried.");
        }
        if (Timestamp.parseDate(date) == null) {
            errors.in(Event.DATE, "must be a day that exists, such as 2026-11-22");
        }
        var query = EventQuery.parse(date, values, errors);
        errors.raise();
        return query.answer(events, capacity);
    }
}
