package basics.events;

import java.io.IOException;
import java.util.ArrayList;

import basics.dynamodb.Capacity;
import basics.dynamodb.TableHandler;
import basics.http.Variables;
import basics.http.Errors;
import basics.http.Request;
import basics.http.Response;

/** {@code GET /events?date=}: a Query of the by-date index, with the day as its partition key. */
public final class ListEventsOnDate extends TableHandler {
    private final Events events;

    public ListEventsOnDate() {
        this(Variables.ofProcess());
    }

    private ListEventsOnDate(Variables variables) {
        this(variables, Events.byDate(variables));
    }

    ListEventsOnDate(Variables variables, Events events) {
        super(variables);
        this.events = events;
    }

    /** A day on which there are no events of this service. */
    @Override
    protected String primingEvent() {
        return """
            {"path": "/events", "multiValueQueryStringParameters": {"date": ["1970-01-01"],
             "from": ["1970-01-01T00:00:00Z"], "to": ["1970-01-01T00:00:01Z"]},
             "requestContext": {"authorizer": {"principalId": "priming"}}}""";
    }

    @Override
    protected String primingAnswer() {
        return primingAnswer(Event.PRIMING_ITEM);
    }

    @Override
    protected Response answer(Request request, Capacity capacity) throws IOException {
        var errors = new Errors();
        var parameters = new ArrayList<>(EventQuery.PARAMETERS);
        parameters.add(Event.DATE);
        var values = request.query(errors, parameters);
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
