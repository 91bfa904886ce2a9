package basics.events;

import java.io.IOException;

import basics.dynamodb.Capacity;
import basics.dynamodb.ItemReader;
import basics.dynamodb.Setup;
import basics.dynamodb.TableHandler;
import basics.http.Request;
import basics.http.Response;

/** {@code POST /events}: one PutItem, on condition that the event isn't recorded yet. */
public final class RecordEvent extends TableHandler {
    private static final int LARGEST_BODY = 1 << 20;

    private final Recorder recorder;

    public RecordEvent() {
        this(Setup.ofProcess());
    }

    RecordEvent(Setup setup) {
        super(setup);
        recorder = Recorder.of(setup);
    }

    @Override
    protected Response answer(Request request, Capacity capacity) throws IOException {
        var errors = request.errors();
        var attributes = ItemReader.read(request.json(LARGEST_BODY), errors);
        var event = recorder.reader().read(attributes, "", errors);
        errors.raise();
        var recorded = recorder.record(event, request, capacity);
        return recorded == null
                ? Response.json(201, Event.json(event.item()))
                : Response.json(200, Event.json(recorded));
    }
}
