package basics.embedded.lambda;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import basics.embedded.template.Json;

/**
 * The Lambda Runtime API (Lambda Developer Guide, "Using the Lambda runtime API") of all environments: the first segment
 * of the path, which the client is given as part of the API's address, tells which one calls.
 */
final class RuntimeApi extends Handler.Abstract {
    private static final String PREFIX = "/2018-06-01/runtime/";
    /** Lambda Developer Guide, "Lambda quotas": 6 MB, as Lambda's own error message counts them. */
    private static final int LARGEST_ANSWER = 6_291_556;

    private final Map<String, ExecutionEnvironment> environments = new ConcurrentHashMap<>();
    private final SnapStart snapStart;

    RuntimeApi(SnapStart snapStart) {
        this.snapStart = snapStart;
    }

    void add(String id, ExecutionEnvironment environment) {
        environments.put(id, environment);
    }

    void remove(String id) {
        environments.remove(id);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var path = Request.getPathInContext(request);
        var slash = path.indexOf('/', 1);
        var id = path.substring(1, Math.max(slash, 1));
        var environment = environments.get(id);
        if (environment == null || !path.startsWith(PREFIX, slash)) {
            return false;
        }
        var call = path.substring(slash + PREFIX.length());
        if (call.equals("invocation/next")) {
            next(environment, response, callback);
            return true;
        }
        if (call.equals("restore/next")) {
            snapStart.restored(id);
            response.setStatus(200);
            callback.succeeded();
            return true;
        }
        var bytes = read(request);
        if (call.equals("init/error") || call.equals("restore/error")) {
            environment.initFailed(hook(request) + failure(bytes).reason());
        } else {
            var parts = call.split("/", -1);
            environment.answer(parts[1], outcome(parts[2], bytes));
        }
        response.setStatus(202);
        response.getHeaders().put("Content-Type", "application/json");
        Content.Sink.write(response, true, "{\"status\":\"OK\"}", callback);
        return true;
    }

    /** What is longer than an answer may be is not kept, as it might be longer than the memory here. */
    private static byte[] read(Request request) throws IOException {
        try (var input = Content.Source.asInputStream(request)) {
            var body = input.readNBytes(LARGEST_ANSWER + 1);
            input.transferTo(OutputStream.nullOutputStream());
            return body;
        }
    }

    /** Which hook has failed, such as {@code Runtime.AfterRestoreError}; nothing for what is no hook. */
    private static String hook(Request request) {
        var type = Objects.requireNonNullElse(request.getHeaders().get("Lambda-Runtime-Function-Error-Type"), "");
        return type.equals("Runtime.BeforeCheckpointError") || type.equals("Runtime.AfterRestoreError")
                ? type + " "
                : "";
    }

    private static void next(ExecutionEnvironment environment, Response response, Callback callback)
            throws InterruptedException {
        var next = environment.next();
        if (next.isEmpty()) {
            callback.failed(new IOException("The environment ends"));
            return;
        }
        var invocation = next.get();
        var headers = response.getHeaders();
        headers.put("Content-Type", "application/json");
        headers.put("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
        headers.put("Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadline().toEpochMilli()));
        headers.put("Lambda-Runtime-Invoked-Function-Arn", invocation.arn());
        headers.put("Lambda-Runtime-Trace-Id", TraceId.of(invocation));
        response.write(true, java.nio.ByteBuffer.wrap(invocation.event()), callback);
    }

    private static Outcome outcome(String kind, byte[] body) {
        if (kind.equals("error")) {
            return failure(body);
        }
        return body.length > LARGEST_ANSWER
                ? new Outcome.Failure("Response payload size exceeded maximum allowed payload size (%d bytes)."
                        .formatted(LARGEST_ANSWER))
                : new Outcome.Answer(body);
    }

    private static Outcome.Failure failure(byte[] error) {
        try {
            var json = Json.MAPPER.readTree(error);
            var message = json.path("errorMessage").asText();
            return new Outcome.Failure("%s: %s".formatted(json.path("errorType").asText(), message), message);
        } catch (IOException notJson) {
            return new Outcome.Failure("The runtime reported an error that is not JSON");
        }
    }
}
