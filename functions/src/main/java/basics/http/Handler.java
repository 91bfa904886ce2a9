package basics.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;

/**
 * A Lambda function that answers one operation. The client always gets an answer. A {@link Problem} is answered as it
 * is; any other exception becomes a 500 without details, and its cause goes to the log.
 */
public abstract class Handler implements RequestStreamHandler {
    private final ProxyResponse output;
    /** A strong reference, because the registry of checkpoint hooks holds only a weak one. Null without SnapStart. */
    @SuppressWarnings("unused")
    private final @Nullable Priming priming;

    /**
     * A handler with the environment variables of its process.
     *
     * @param variables {@code CORS_ORIGIN}, if set, goes into every answer; with SnapStart the handler is primed
     */
    @SuppressWarnings("this-escape") // Priming calls it after initialisation, when the handler is complete.
    protected Handler(Variables variables) {
        output = new ProxyResponse(variables.optional("CORS_ORIGIN"));
        priming = variables.isSnapStart() ? Priming.register(this) : null;
    }

    /**
     * Answers a request.
     *
     * @throws Problem for every error answer
     */
    protected abstract Response answer(Request request) throws IOException;

    /** The names of the operation's query parameters: none, unless a handler overrides this. */
    protected List<String> parameters() {
        return List.of();
    }

    @Override
    public final void handleRequest(InputStream input, OutputStream stream, Context context) throws IOException {
        handle(input, stream, new Invocation(context.getAwsRequestId(), context::getRemainingTimeInMillis,
                context.getLogger()));
    }

    /** Returns the status. */
    final int handle(InputStream input, OutputStream stream, Invocation invocation) throws IOException {
        var start = System.nanoTime();
        var line = new StringBuilder("operation=").append(getClass().getSimpleName());
        var response = answer(input, line, invocation);
        output.write(response, stream);
        line.append(" status=").append(response.status())
                .append(" duration_ms=").append((System.nanoTime() - start) / 1_000_000);
        invocation.log().log(line.toString(), response.status() < 500 ? LogLevel.INFO : LogLevel.ERROR);
        return response.status();
    }

    private Response answer(InputStream input, StringBuilder line, Invocation invocation) throws IOException {
        var id = invocation.id();
        try {
            var event = ProxyEvent.read(input);
            if (event.requestId() != null) {
                id = event.requestId();
            }
            // The request id that the client sees. Lambda adds the id of the invocation, which differs on AWS.
            line.append(" request_id=").append(LogText.of(id));
            if (event.subject() != null) {
                line.append(" subject=").append(LogText.of(event.subject()));
            }
            var request = new Request(event, invocation, parameters());
            try {
                return answer(request);
            } finally {
                request.measures().forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
            }
        } catch (Problem problem) {
            return ProblemResponse.of(problem, id);
        } catch (Exception e) {
            return ProblemResponse.of(asProblem(e, invocation.log()), id);
        }
    }

    /** Turns a failure into the problem that the client sees, and logs the cause. */
    protected Problem asProblem(Exception failure, LambdaLogger log) {
        log.log(Cause.of(failure), LogLevel.ERROR);
        return Problem.internal();
    }
}
