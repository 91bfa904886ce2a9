package basics.events;

import static java.nio.charset.StandardCharsets.US_ASCII;

import basics.dynamodb.Capacity;
import basics.dynamodb.ItemReader;
import basics.dynamodb.TableHandler;
import basics.http.Variables;
import basics.http.Errors;
import basics.http.Request;
import basics.http.Response;

/** {@code POST /event-batches}: one transaction of up to 100 conditional puts, all or none. */
public final class RecordEvents extends TableHandler {
    private static final int LARGEST_BODY = 4 << 20;
    /** The body's object and its array are around the events. */
    private static final int LEVELS_AROUND = 2;

    private final Recorder recorder;

    public RecordEvents() {
        this(Variables.ofProcess());
    }

    private RecordEvents(Variables variables) {
        this(variables, Recorder.of(variables));
    }

    RecordEvents(Variables variables, Recorder recorder) {
        super(variables);
        this.recorder = recorder;
    }

    /** A batch that is not recorded, of an event that is too old for an environment's retention but has an expiry. */
    @Override
    protected String primingEvent() {
        return """
            {"path": "/event-batches", "multiValueHeaders": {"Content-Type": ["application/json"]},
             "requestContext": {"authorizer": {"principalId": "priming"}},
             "body": "{\\"events\\": [{\\"event\\": \\"priming\\", \\"timestamp\\": \\"1970-01-01T00:00:00.5Z\\",\
             \\"expires_at\\": 253402300799, \\"n\\": 1.5}]}"}""";
    }

    @Override
    protected String primingAnswer() {
        return "{\"ConsumedCapacity\": [{\"TableName\": \"priming\", \"CapacityUnits\": 2}]}";
    }

    @Override
    protected Response answer(Request request, Capacity capacity) {
        var errors = new Errors();
        request.query(errors);
        var body = ItemReader.read(request.json(LARGEST_BODY), errors, LEVELS_AROUND);
        var batch = Batch.read(body, recorder.reader(), errors);
        errors.raise();
        new BatchRecording(recorder, request, capacity).record(batch.events());
        return Response.json(200, ("{\"recorded\":" + batch.events().size() + "}").getBytes(US_ASCII));
    }
}
