package basics.embedded.caches;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The Lambda Runtime API for a training run. It restores at once, provides the events, and signals when all are
 * answered.
 */
final class TrainingApi extends Handler.Abstract {
    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final ConcurrentLinkedQueue<Map.Entry<String, String>> events;
    private final AtomicInteger count = new AtomicInteger();
    private final CompletableFuture<Void> answered = new CompletableFuture<>();

    /** @param events by the name of their handler */
    TrainingApi(Map<String, String> events) {
        this.events = new ConcurrentLinkedQueue<>(events.entrySet());
    }

    /** Completes when all events are answered, and fails when the handlers can't be created. */
    CompletableFuture<Void> answered() {
        return answered;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        var path = Request.getPathInContext(request);
        if (path.equals(RUNTIME + "invocation/next")) {
            next(response, callback);
            return true;
        }
        var body = StandardCharsets.UTF_8.decode(Content.Source.asByteBuffer(request)).toString();
        if (path.equals(RUNTIME + "init/error")) {
            answered.completeExceptionally(new IOException(body));
        }
        response.setStatus(path.equals(RUNTIME + "restore/next") ? 200 : 202);
        callback.succeeded();
        return true;
    }

    private void next(Response response, Callback callback) {
        var event = events.poll();
        if (event == null) {
            // The runtime client waits for this answer until its process is ended.
            answered.complete(null);
            return;
        }
        var headers = response.getHeaders();
        headers.put("Content-Type", "application/json");
        headers.put("Lambda-Runtime-Aws-Request-Id", "training-" + count.incrementAndGet());
        headers.put("Lambda-Runtime-Deadline-Ms", Long.toString(Instant.now().plus(DEADLINE).toEpochMilli()));
        headers.put("Lambda-Runtime-Invoked-Function-Arn", event.getKey());
        response.write(true, ByteBuffer.wrap(event.getValue().getBytes(StandardCharsets.UTF_8)), callback);
    }
}
