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
 * The HTTP interface for fault injection, on a separate loopback port. {@code POST /orders} with an {@link Order}
 * answers its {@code id}, and {@code DELETE /orders/ID} ends it. The order applies to requests to the gateway with the
 * header {@code X-Fault-Order: ID}, and to deliveries of records with its key to functions that it names; to nothing else.
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
     * Opens the interface at any free port.
     *
     * @param functions
     *            the current names of functions, for which orders may be made
     * @param whenEnded
     *            receives faults when they end
     */
    public static Door open(Supplier<Set<String>> functions, Consumer<Faults> whenEnded) {
        return new Door(new Orders(functions, whenEnded));
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    /** Wraps the gateway, and applies to requests the orders that they name. */
    public Handler before(Handler gateway) {
        return new OrderedRequests(gateway, orders);
    }

    /** What the orders in force make of deliveries. */
    public Deliveries deliveries() {
        return orders::ofDelivery;
    }

    @Override
    public void close() {
        listener.close();
    }
}
