package basics.embedded.dynamodb;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.faults.DynamoDbFault;
import basics.embedded.iam.Access;
import basics.embedded.traces.DynamoDbCall;
import basics.embedded.traces.DynamoDbCall.Missing;
import basics.embedded.traces.Trace;

/** A call's answer on its way, of which the trace of a request is told once it is sent. */
final class TracedCall extends Response.Wrapper implements Callback {
    /** In bytes: more than a page of a Scan. */
    private static final int LONGEST = 4 << 20;
    /** AWS SDKs and Tools Reference Guide, "Retry behavior". */
    private static final Pattern ATTEMPT = Pattern.compile("attempt=(\\d+)");

    private final Trace trace;
    private final String function;
    private final String operation;
    private final JsonNode request;
    private final int attempt;
    private final Callback callback;
    private final double began;
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private List<Missing> missing = List.of();
    private String fault = "";

    TracedCall(Trace trace, String function, String operation, JsonNode json, Request request, Response response,
            Callback callback) {
        super(request, response);
        this.trace = trace;
        this.function = function;
        this.operation = operation;
        this.request = json;
        this.attempt = attempt(request);
        this.callback = callback;
        this.began = trace.age();
    }

    /** The one that a response is, if it is one. */
    static Optional<TracedCall> of(Response response) {
        return response instanceof TracedCall traced ? Optional.of(traced) : Optional.empty();
    }

    private static int attempt(Request request) {
        var found = ATTEMPT.matcher(Optional.ofNullable(request.getHeaders().get("amz-sdk-request")).orElse(""));
        return found.find() ? Integer.parseInt(found.group(1)) : 1;
    }

    void lacks(Access access) {
        missing = List.of(new Missing(access.action(), access.resource()));
    }

    void goesWrong(DynamoDbFault.Kind kind) {
        fault = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback written) {
        if (content != null && answer.size() + content.remaining() <= LONGEST) {
            answer.writeBytes(BufferUtil.toArray(content.slice()));
        }
        super.write(last, content, written);
    }

    @Override
    public void succeeded() {
        // Jetty has the response for another request after this.
        var status = getStatus();
        callback.succeeded();
        tell(status);
    }

    @Override
    public void failed(Throwable failure) {
        callback.failed(failure);
        tell(0);
    }

    /** After the caller has its answer, who doesn't wait for this. */
    private void tell(int status) {
        var took = trace.age() - began;
        var read = CallAnswer.read(answer.toByteArray());
        trace.add(new DynamoDbCall(function, operation, attempt, began, took, CallText.targets(operation, request),
                CallText.of(operation, request), status,
                status == 0 ? "No answer: the connection was closed" : read.error(),
                read.result(), read.units(), missing, fault));
    }
}
