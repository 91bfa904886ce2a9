package basics.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The Lambda Runtime API (Lambda Developer Guide, "Using the Lambda runtime API") for one environment, which records
 * times. The embedded target's implementation serves many environments and survives faults; this one only measures.
 */
final class Invoker implements AutoCloseable {
    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final String INVOCATION = RUNTIME + "invocation/";
    private static final long PATIENCE_SECONDS = 60;

    private final HttpServer server;
    private final CompletableFuture<Void> checkpoint = new CompletableFuture<>();
    private final CompletableFuture<Void> restore = new CompletableFuture<>();
    private final CompletableFuture<Long> ready = new CompletableFuture<>();
    private final SynchronousQueue<String> events = new SynchronousQueue<>();
    private final SynchronousQueue<Timed> answers = new SynchronousQueue<>();
    private final AtomicLong sent = new AtomicLong();

    /**
     * An answer and its time.
     *
     * @param nanos
     *            from sending the event to receiving the answer
     */
    record Timed(String answer, long nanos) {}

    Invoker() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** When the environment first requested an event, by {@link System#nanoTime}. Its initialisation is over then. */
    long ready() throws InterruptedException, ExecutionException, TimeoutException {
        return ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until the environment is ready for its snapshot, and restores it. The measured start begins then. */
    long restore() throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture.anyOf(checkpoint, ready).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        var restored = System.nanoTime();
        restore.complete(null);
        return restored;
    }

    Timed invoke(String event) throws InterruptedException, TimeoutException {
        if (!events.offer(event, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new TimeoutException("The environment doesn't request an event.");
        }
        var answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
            throw new TimeoutException("The environment doesn't answer.");
        }
        return answer;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.equals(INVOCATION + "next")) {
                next(exchange);
                return;
            }
            if (path.equals(RUNTIME + "restore/next")) {
                checkpoint.complete(null);
                restore.join();
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            var body = exchange.getRequestBody().readAllBytes();
            var nanos = System.nanoTime() - sent.get();
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
            var answer = new String(body, UTF_8);
            if (path.endsWith("/response")) {
                answers.put(new Timed(answer, nanos));
            } else if (path.endsWith("/init/error") || path.endsWith("/restore/error")) {
                ready.completeExceptionally(new IllegalStateException(answer));
            } else {
                answers.put(new Timed("Failed: " + answer, nanos));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        ready.complete(System.nanoTime());
        var event = events.take().getBytes(UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 15_000));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:123456789012:function:f");
        exchange.sendResponseHeaders(200, event.length);
        sent.set(System.nanoTime());
        exchange.getResponseBody().write(event);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
