package basics.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import basics.http.Variables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * An HTTP server that answers like a failing DynamoDB ("Error handling with DynamoDB", Amazon DynamoDB Developer
 * Guide): DynamoDB Local never throttles. The client is the functions' own.
 */
public final class FailingDynamoDb implements AutoCloseable {
    /** Text that must appear in no answer and no log line. */
    public static final String SECRET = "arn:aws:iam::123456789012:role/secret may not at key ada@example.com";

    /** In the Query that each function of events makes first. It succeeds, and isn't counted. */
    private static final String RECORD_OF_SHARDS = "{\"S\":\".\"}";
    private static final Failure ONE_SHARD = new Failure(200,
            "{\"Items\":[{\"event\":{\"S\":\".\"},\"timestamp\":{\"S\":\"shards#1\"}}]}", 0);

    private record Failure(int status, String body, int missing) {}

    private final HttpServer server;
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private Failure last = new Failure(200, "{}", 0);

    public FailingDynamoDb() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var failure = request.contains(RECORD_OF_SHARDS) ? ONE_SHARD : nextFailure();
            var body = failure.body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.getResponseHeaders().set("x-amzn-RequestId", "DYNAMODB1");
            exchange.sendResponseHeaders(failure.status, body.length + failure.missing);
            exchange.getResponseBody().write(body);
        }
    }

    private Failure nextFailure() {
        requests.incrementAndGet();
        var next = failures.poll();
        return next == null ? last : next;
    }

    /** Every request fails with this. */
    public FailingDynamoDb always(int status, String code) {
        last = failure(status, code, "");
        return this;
    }

    /** Every request succeeds with this body. */
    public FailingDynamoDb answering(String body) {
        last = new Failure(200, body, 0);
        return this;
    }

    /** Every response breaks off after this beginning. */
    public FailingDynamoDb answeringPart(String body) {
        last = new Failure(200, body, 1);
        return this;
    }

    /** A transaction is cancelled because one of its items is invalid, with this message. */
    public FailingDynamoDb cancelAsInvalid(String message) {
        failures.add(failure(400, "TransactionCanceledException", ",\"CancellationReasons\":[{\"Code\":\"None\"},"
                + "{\"Code\":\"ValidationError\",\"Message\":\"" + message + "\"}]"));
        return this;
    }

    /** A transaction is cancelled for these reasons so many times, and then succeeds. */
    public FailingDynamoDb cancel(int times, List<String> reasons) {
        var codes = reasons.stream().map(code -> "{\"Code\":\"" + code + "\"}").toList();
        for (var i = 0; i < times; i++) {
            failures.add(failure(400, "TransactionCanceledException",
                    ",\"CancellationReasons\":[" + String.join(",", codes) + "]"));
        }
        return this;
    }

    private static Failure failure(int status, String code, String more) {
        return new Failure(status, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + code + "\",\"message\":\""
                + SECRET + "\"" + more + "}", 0);
    }

    public int requests() {
        return requests.get();
    }

    public DynamoDbClient client() {
        return client(server.getAddress().getPort());
    }

    /** The functions' client, connected to a port of this machine. */
    public static DynamoDbClient client(int port) {
        return Client.of(variables(port), "{}");
    }

    /** As {@link #client(int)}, with another read timeout than 3 s. */
    public static DynamoDbClient client(int port, Duration readTimeout) {
        return Client.of(variables(port), "{}", readTimeout);
    }

    private static Variables variables(int port) {
        return new Variables(Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL_DYNAMODB",
                "http://localhost:" + port));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
