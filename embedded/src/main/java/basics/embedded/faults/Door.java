package basics.embedded.faults;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.ErrorHandler;

import basics.embedded.platform.Listener;

/**
 * Where tests order faults, at a port of its own on the loopback interface: {@code POST /orders} with an {@link Order}
 * answers its {@code id}, {@code DELETE /orders/ID} ends it. Requests to the gateway with the header
 * {@code X-Fault-Order: ID} work under it, all others as if there were none.
 */
public final class Door implements AutoCloseable {
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Orders orders;
    private final Listener listener;

    private Door(Orders orders) {
        this.orders = orders;
        this.listener = Listener.open(0, SILENCE, orders, new ErrorHandler(), settings -> {});
    }

    /**
     * Opens it at any free port.
     *
     * @param functions
     *            the names that orders may be for, at the time
     * @param whenEnded
     *            is told of faults that are over
     */
    public static Door open(Supplier<Set<String>> functions, Consumer<Faults> whenEnded) {
        return new Door(new Orders(functions, whenEnded));
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    /** Goes before what serves requests, and lets them work under their orders. */
    public Handler before(Handler gateway) {
        return new OrderedRequests(gateway, orders);
    }

    @Override
    public void close() {
        listener.close();
    }
}
