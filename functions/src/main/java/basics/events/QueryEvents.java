package basics.events;

import java.io.IOException;
import java.util.List;

import basics.dynamodb.Capacity;
import basics.dynamodb.Setup;
import basics.dynamodb.TableHandler;
import basics.http.Request;
import basics.http.Response;

/** {@code GET /events/{event}}: a Query of the table by event name, with a range of time as the range of sort keys. */
public final class QueryEvents extends TableHandler {
    private final Events events;

    public QueryEvents() {
        this(Setup.ofProcess());
    }

    QueryEvents(Setup setup) {
        super(setup);
        events = Events.byName(setup);
    }

    @Override
    protected List<String> parameters() {
        return EventQuery.PARAMETERS;
    }

    @Override
    protected Response answer(Request request, Capacity capacity) throws IOException {
        var errors = request.errors();
        var name = request.path("event");
        EventName.check(name, errors);
        var query = EventQuery.parse(name, request.query(), errors);
        errors.raise();
        return query.answer(events, capacity);
    }
}
