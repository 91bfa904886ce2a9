package basics.embedded.issuer;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.ErrorHandler;

import basics.embedded.platform.Listener;

/**
 * Issues tokens to whoever is on this machine. A listener of its own has the keys, as its address must be known before
 * the gateway has one; tokens are asked for at the gateway.
 */
public final class LocalIssuer implements AutoCloseable {
    static final String ID = "oauth2";
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final TokenSource tokens;
    private final Listener listener;

    private LocalIssuer(TokenSource tokens, Listener listener) {
        this.tokens = tokens;
        this.listener = listener;
    }

    /** Listens at any free port. The libraries behind it take a second to load, which is spent beside the caller. */
    public static LocalIssuer open() {
        var tokens = new TokenSource();
        var listener = Listener.open(0, SILENCE, new Keys(tokens), new ErrorHandler(), settings -> {});
        Thread.ofVirtual().start(tokens::keys);
        return new LocalIssuer(tokens, listener);
    }

    /** The {@code iss} of its tokens. */
    public URI issuer() {
        return URI.create("http://127.0.0.1:%d/%s".formatted(listener.port(), ID));
    }

    public URI jwks() {
        return URI.create(issuer() + Keys.PATH);
    }

    /**
     * The token endpoint, {@code POST /oauth2/token}; other requests it leaves alone.
     *
     * @param audience
     *            of tokens at the time, unless a request names another; empty for none
     */
    public Handler tokenEndpoint(Supplier<String> audience) {
        return new TokenEndpoint(tokens, issuer(), audience);
    }

    @Override
    public void close() {
        listener.close();
    }
}
