package basics.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** An issuer's HTTP server. It publishes keys, or answers as the test requires. */
final class TestIssuer implements AutoCloseable {
    /** Answers a request. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Behaviour behaviour;

    TestIssuer(JWK... keys) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        behaviour = publishing(keys);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            behaviour.answer(exchange);
        }
    }

    /** Publishes only these keys from now on. */
    void publish(JWK... keys) {
        behaviour = publishing(keys);
    }

    private static Behaviour publishing(JWK... keys) {
        return answering(200, new JWKSet(List.of(keys)).toString());
    }

    void behave(Behaviour changed) {
        behaviour = changed;
    }

    static Behaviour answering(int status, String body) {
        return answering(status, Map.of("Content-Type", "application/json"), body);
    }

    static Behaviour answering(int status, Map<String, String> headers, String body) {
        return exchange -> {
            var bytes = body.getBytes(UTF_8);
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    int requests() {
        return requests.get();
    }

    String jwks() {
        return "http://localhost:" + server.getAddress().getPort() + "/jwks";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
