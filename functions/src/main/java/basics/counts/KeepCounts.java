package basics.counts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;

import basics.dynamodb.Setup;
import basics.http.Json;
import basics.http.LogText;

/**
 * Keeps the counts: the consumer of the events table's stream, no operation of the API. It answers which records it
 * could not count, and Lambda delivers those again ("Configuring partial batch response with DynamoDB and Lambda",
 * Lambda Developer Guide).
 */
public final class KeepCounts implements RequestStreamHandler {
    /** The most lines about records that were not counted. The figure in the last line is of all. */
    private static final int LINES = 10;
    /** Never shown: the function isn't primed, because it answers nobody who waits. */
    private static final String EXAMPLE = "{}";

    private final Counter counter;

    public KeepCounts() {
        this(Setup.ofProcess());
    }

    /** @param setup with the variable {@code COUNTS_TABLE} */
    KeepCounts(Setup setup) {
        counter = Counter.of(setup.client(EXAMPLE), setup.variables().required("COUNTS_TABLE"), setup.clock());
    }

    /** @throws IOException for an event without records; Lambda then delivers the whole batch again */
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var start = System.nanoTime();
        var records = StreamEvent.read(input);
        var outcome = counter.count(records, context::getRemainingTimeInMillis);
        answer(outcome.failures(), output);
        var log = context.getLogger();
        outcome.failures().stream().limit(LINES).forEach(failure -> say(failure, log));
        log.log("operation=KeepCounts records=" + records.size() + " counted=" + outcome.counted() + " repeated="
                + outcome.repeated() + " ignored=" + outcome.ignored() + " failed=" + outcome.failures().size()
                + " write_units=" + outcome.capacity().writeUnits() + " duration_ms="
                + (System.nanoTime() - start) / 1_000_000,
                outcome.failures().isEmpty() ? LogLevel.INFO : LogLevel.ERROR);
    }

    /** A record without a sequence number is reported as the empty text, which fails the whole batch. */
    private static void answer(List<Counter.Failure> failures, OutputStream output) throws IOException {
        try (var json = Json.FACTORY.createGenerator(output)) {
            json.writeStartObject();
            json.writeArrayFieldStart("batchItemFailures");
            for (var failure : failures) {
                json.writeStartObject();
                json.writeStringField("itemIdentifier",
                        Objects.requireNonNullElse(failure.record().sequenceNumber(), ""));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void say(Counter.Failure failure, LambdaLogger log) {
        var record = failure.record();
        log.log("operation=KeepCounts record=failed sequence_number=" + text(record.sequenceNumber()) + " event_id="
                + text(record.id()) + " event_name=" + text(record.type()) + " arrival=" + record.arrival()
                + " reason=\"" + failure.reason() + '"', LogLevel.ERROR);
    }

    private static String text(@Nullable String value) {
        return value == null ? "none" : LogText.of(value);
    }
}
