package basics.events;

import java.io.IOException;

import basics.dynamodb.Capacity;
import basics.dynamodb.ItemReader;
import basics.dynamodb.TableHandler;
import basics.http.Variables;
import basics.http.Errors;
import basics.http.Request;
import basics.http.Response;

/** {@code POST /events}: one PutItem, on condition that the event isn't there yet. */
public final class RecordEvent extends TableHandler {
    private static final int LARGEST_BODY = 1 << 20;

    private final Recorder recorder;

    public RecordEvent() {
        this(Variables.ofProcess());
    }

    private RecordEvent(Variables variables) {
        this(variables, Recorder.of(variables));
    }

    RecordEvent(Variables variables, Recorder recorder) {
        super(variables);
        this.recorder = recorder;
    }

    /** An event that is not recorded. It has an expiry, as it is too old for an environment's retention. */
    @Override
    protected String primingEvent() {
        return """
            {"path": "/events", "multiValueHeaders": {"Content-Type": ["application/json"]},
             "requestContext": {"authorizer": {"principalId": "priming"}},
             "body": "{\\"event\\": \\"priming\\", \\"timestamp\\": \\"1970-01-01T00:00:00.5Z\\",\
             \\"expires_at\\": 253402300799, \\"n\\": 1.5, \\"list\\": [true]}"}""";
    }

    @Override
    protected Response answer(Request request, Capacity capacity) throws IOException {
        var errors = new Errors();
        request.query(errors);
        var attributes = ItemReader.read(request.json(LARGEST_BODY), errors);
        var event = recorder.reader().read(attributes, "", errors);
        errors.raise();
        var recorded = recorder.record(event, capacity);
        return recorded == null
                ? Response.json(201, Event.json(event.item()))
                : Response.json(200, Event.json(recorded));
    }
}
