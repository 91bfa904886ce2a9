package basics.events;

import static java.nio.charset.StandardCharsets.US_ASCII;

import basics.dynamodb.Capacity;
import basics.dynamodb.ItemReader;
import basics.dynamodb.Setup;
import basics.dynamodb.TableHandler;
import basics.http.Request;
import basics.http.Response;

/** {@code POST /event-batches}: one transaction of up to 100 conditional puts, all or none. */
public final class RecordEvents extends TableHandler {
    private static final int LARGEST_BODY = 4 << 20;
    /** The events are inside the body's object and its array. */
    private static final int LEVELS_AROUND = 2;

    private final Recorder recorder;

    public RecordEvents() {
        this(Setup.ofProcess());
    }

    RecordEvents(Setup setup) {
        super(setup);
        recorder = Recorder.of(setup);
    }

    @Override
    protected Response answer(Request request, Capacity capacity) {
        var errors = request.errors();
        var body = ItemReader.read(request.json(LARGEST_BODY), errors, LEVELS_AROUND);
        var batch = Batch.read(body, recorder.reader(), errors);
        errors.raise();
        new BatchRecording(recorder, request, capacity).record(batch.events());
        return Response.json(200, ("{\"recorded\":" + batch.events().size() + "}").getBytes(US_ASCII));
    }
}
