package basics.events;

import java.io.IOException;

import basics.dynamodb.Capacity;
import basics.dynamodb.TableHandler;
import basics.http.Variables;
import basics.http.Errors;
import basics.http.Request;
import basics.http.Response;

/** {@code GET /events/{event}}: a Query of the table by event name, with time as a range of sort keys. */
public final class QueryEvents extends TableHandler {
    private final Events events;

    public QueryEvents() {
        this(Variables.ofProcess());
    }

    private QueryEvents(Variables variables) {
        this(variables, Events.byName(variables));
    }

    QueryEvents(Variables variables, Events events) {
        super(variables);
        this.events = events;
    }

    /** A second in which there are no events of this service. */
    @Override
    protected String primingEvent() {
        return """
            {"path": "/events/priming", "pathParameters": {"event": "priming"},
             "multiValueQueryStringParameters": {"from": ["1970-01-01T00:00:00Z"], "to": ["1970-01-01T00:00:01Z"]},
             "requestContext": {"authorizer": {"principalId": "priming"}}}""";
    }

    @Override
    protected String primingAnswer() {
        return primingAnswer(Event.PRIMING_ITEM);
    }

    @Override
    protected Response answer(Request request, Capacity capacity) throws IOException {
        var errors = new Errors();
        var name = request.path("event");
        if (!EventReader.isName(name)) {
            errors.in("event", EventReader.nameRule());
        }
        var query = EventQuery.parse(name, request.query(errors, EventQuery.PARAMETERS), errors);
        errors.raise();
        return query.answer(events, capacity);
    }
}
