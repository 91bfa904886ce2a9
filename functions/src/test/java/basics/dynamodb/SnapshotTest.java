package basics.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import basics.http.Variables;
import basics.testing.Relay;
import basics.testing.RuntimeHooks;
import basics.testing.Tables;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A client before and after a snapshot. The container's endpoint gives out a new pair of credentials at each request.
 */
@ResourceLock(RuntimeHooks.LOCK)
class SnapshotTest {
    private static final String URI_PROPERTY = "aws.containerCredentialsFullUri";
    private static final String TOKEN_PROPERTY = "aws.containerAuthorizationToken";
    private static final Pattern KEY = Pattern.compile("Credential=(\\w+)/");

    private final Tables tables = new Tables();
    private final String table = tables.make("email", "char");
    private final AtomicInteger given = new AtomicInteger();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final HttpServer container = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            0);
    private final Relay relay = new Relay(tables.endpoint());

    SnapshotTest() throws IOException {}

    @BeforeEach
    void offerCredentials() {
        container.createContext("/credentials", this::answer);
        container.start();
        System.setProperty(URI_PROPERTY, uri());
        System.setProperty(TOKEN_PROPERTY, "let me in");
    }

    @AfterEach
    void stop() {
        System.clearProperty(URI_PROPERTY);
        System.clearProperty(TOKEN_PROPERTY);
        container.stop(0);
        relay.close();
    }

    private String uri() {
        return "http://127.0.0.1:" + container.getAddress().getPort() + "/credentials";
    }

    private void answer(HttpExchange exchange) throws IOException {
        tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
        var credentials = """
            {"AccessKeyId": "KEY%d", "SecretAccessKey": "secret", "Token": "token", "Expiration": "%s"}"""
                .formatted(given.incrementAndGet(), Instant.now().plusSeconds(3600)).getBytes(UTF_8);
        exchange.sendResponseHeaders(200, credentials.length);
        exchange.getResponseBody().write(credentials);
        exchange.close();
    }

    private DynamoDbClient client(String initialization) {
        var variables = new HashMap<>(Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL_DYNAMODB",
                relay.uri().toString(), "AWS_LAMBDA_INITIALIZATION_TYPE", initialization));
        variables.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", uri());
        return Client.of(new Variables(variables), "{}");
    }

    /** The access keys of all requests so far, in order. */
    private List<String> keys() {
        return KEY.matcher(relay.sentInOrder()).results().map(match -> match.group(1)).toList();
    }

    private void call(DynamoDbClient client) {
        client.scan(scan -> scan.tableName(table));
    }

    @Test
    void shouldUseNewCredentialsAfterARestore() throws Exception {
        try (var client = client("snap-start")) {
            call(client);
            call(client);
            RuntimeHooks.checkpoint();
            RuntimeHooks.restore();
            call(client);
            call(client);

            assertThat(keys()).containsExactly("KEY1", "KEY1", "KEY2", "KEY2");
            assertThat(tokens).containsExactly("let me in", "let me in");
        }
    }

    @Test
    void shouldUseTheContainersCredentialsEvenWithoutSnapStart() {
        try (var client = client("on-demand")) {
            call(client);

            assertThat(keys()).containsExactly("KEY1");
        }
    }

    @Test
    void shouldUseTheVariablesOfTheEnvironmentWithoutAContainer() {
        try (var client = Client.of(new Variables(Map.of("AWS_REGION", "eu-central-1",
                "AWS_ENDPOINT_URL_DYNAMODB", relay.uri().toString(), "AWS_LAMBDA_INITIALIZATION_TYPE",
                "snap-start")), "{}")) {
            call(client);

            assertThat(keys()).containsExactly("tests");
            assertThat(tokens).isEmpty();
        }
    }

    @Test
    void shouldKeepItsHooksAliveWhileReferenced() throws Exception {
        try (var client = client("snap-start")) {
            call(client);
            // Lambda's context collects garbage at a checkpoint, and holds hooks by weak references.
            RuntimeHooks.checkpoint();
            System.gc();
            RuntimeHooks.restore();
            call(client);

            assertThat(keys()).containsExactly("KEY1", "KEY2");
        }
    }

    @Test
    void shouldChangeNoRequestOutsideOfPriming() {
        try (var client = client("snap-start")) {
            client.putItem(put -> put.tableName(table)
                    .item(Map.of("email", Values.text("ada@example.com"), "char", Values.text("a"))));
            client.deleteItem(delete -> delete.tableName(table)
                    .key(Map.of("email", Values.text("ada@example.com"), "char", Values.text("a"))));

            assertThat(tables.client().scan(scan -> scan.tableName(table)).items()).isEmpty();
        }
    }

    @Test
    void shouldSendNothingWhileTheContainerRefusesCredentials() {
        container.removeContext("/credentials");
        try (var client = client("snap-start")) {
            assertThatThrownBy(() -> call(client)).hasMessageContaining("credentials");
            assertThat(relay.sent()).isEmpty();
        }
    }

    @Test
    void shouldUseANewHttpClientWithoutTlsSessionsAfterTheCheckpoint() throws Exception {
        var made = new ArrayList<Counting>();
        var snapshot = Snapshot.register(() -> {
            made.add(new Counting());
            return made.getLast();
        }, AnonymousCredentialsProvider::create);
        var http = snapshot.http();
        var request = HttpExecuteRequest.builder().request(SdkHttpRequest.builder().method(SdkHttpMethod.GET)
                .uri(relay.uri()).build()).build();

        http.prepareRequest(request);
        RuntimeHooks.checkpoint();
        http.prepareRequest(request);
        RuntimeHooks.restore();
        http.prepareRequest(request);

        assertThat(made).extracting(client -> client.requests).containsExactly(1, 2);
        assertThat(made).extracting(client -> client.closed).containsExactly(true, false);
    }

    /** Delegates to another client and counts the requests. */
    private static final class Counting implements SdkHttpClient {
        private final SdkHttpClient client = UrlConnectionHttpClient.create();
        private int requests;
        private boolean closed;

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            requests++;
            return client.prepareRequest(request);
        }

        @Override
        public void close() {
            closed = true;
            client.close();
        }
    }
}
