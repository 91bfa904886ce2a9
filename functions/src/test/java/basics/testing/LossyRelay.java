package basics.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A relay to DynamoDB that loses requests or responses on a test's orders. */
public final class LossyRelay implements AutoCloseable {
    /** What happens to a request. When request or response is lost, the connection closes without a response. */
    public enum Fate {
        ANSWERED, LOST_BEFORE_IT_IS_CARRIED_OUT, LOST_AFTER_IT_WAS_CARRIED_OUT
    }

    private record Order(Fate fate, Runnable meanwhile) {}

    private static final List<String> NOT_PASSED_ON = List.of("host", "content-length", "connection", "accept",
            "expect");

    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI target;
    private final Map<String, Deque<Order>> orders = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private volatile Function<String, Fate> fates = _ -> Fate.ANSWERED;
    private volatile CountDownLatch held = new CountDownLatch(0);

    public LossyRelay(URI target) throws IOException {
        this.target = target;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** As {@link #next(String, Fate, Runnable)}, without an action. */
    public void next(String operation, Fate fate) {
        next(operation, fate, () -> {});
    }

    /**
     * Orders the fate of the next request that has no order yet.
     *
     * @param operation of DynamoDB, such as {@code PutItem}
     * @param meanwhile an action to run after the request was carried out or lost, before the client notices
     */
    public void next(String operation, Fate fate, Runnable meanwhile) {
        var queue = orders.computeIfAbsent(operation, _ -> new ArrayDeque<>());
        synchronized (queue) {
            queue.add(new Order(fate, meanwhile));
        }
    }

    /** Chooses the fate of requests without an order, by operation. */
    public void others(Function<String, Fate> choice) {
        fates = choice;
    }

    /** Holds all requests and responses until {@link #release}. */
    public void hold() {
        held = new CountDownLatch(1);
    }

    public void release() {
        held.countDown();
    }

    /** How many requests of an operation have arrived so far. */
    public int requests(String operation) {
        return count(operation).get();
    }

    private AtomicInteger count(String operation) {
        return requests.computeIfAbsent(operation, _ -> new AtomicInteger());
    }

    private void pass(HttpExchange exchange) throws IOException {
        // Closing an unanswered exchange closes its connection.
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var operation = exchange.getRequestHeaders().getFirst("X-Amz-Target").replaceFirst(".*\\.", "");
            count(operation).incrementAndGet();
            var order = order(operation);
            held.await();
            if (order.fate == Fate.LOST_BEFORE_IT_IS_CARRIED_OUT) {
                order.meanwhile.run();
                return;
            }
            var answer = http.send(request(exchange, body), BodyHandlers.ofByteArray());
            order.meanwhile.run();
            held.await();
            if (order.fate == Fate.ANSWERED) {
                answer.headers().map().forEach((name, values) -> {
                    if (!NOT_PASSED_ON.contains(name)) {
                        exchange.getResponseHeaders().put(name, values);
                    }
                });
                exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private Order order(String operation) {
        var queue = orders.computeIfAbsent(operation, _ -> new ArrayDeque<>());
        synchronized (queue) {
            var order = queue.poll();
            return order == null ? new Order(fates.apply(operation), () -> {}) : order;
        }
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        var request = HttpRequest.newBuilder(target).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        http.close();
    }
}
