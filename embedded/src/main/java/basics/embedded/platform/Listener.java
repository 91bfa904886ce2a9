package basics.embedded.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.function.Consumer;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/**
 * An HTTP listener on the loopback interface only. It uses Jetty, which DynamoDB Local includes and needs. Jetty also
 * passes on the raw request target, and lets the gateway write the answers to malformed requests.
 */
public final class Listener implements AutoCloseable {
    /** With Jetty's default of 200, 200 slow clients could block all others. */
    private static final int UNLIMITED = 0;

    private final Server server;
    private final ServerConnector connector;

    private Listener(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Opens a listener and starts to serve. A request that takes longer to arrive than {@link Arrival#LONGEST} is
     * aborted.
     *
     * @param port
     *            the port, or 0 for any free one
     * @param idle
     *            how long a connection may be idle, even during a request; zero means no limit
     * @throws StartException
     *            when the port is taken
     */
    public static Listener open(int port, Duration idle, Handler handler, Request.Handler errors,
            Consumer<HttpConfiguration> settings) {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        settings.accept(configuration);
        var server = new Server(new VirtualThreadPool(UNLIMITED));
        var connector = new ServerConnector(server, 0, 1, new HttpConnectionFactory(configuration));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        connector.setIdleTimeout(idle.toMillis());
        server.addConnector(connector);
        server.setHandler(new Lingering(handler));
        server.setErrorHandler(errors);
        server.setStopTimeout(0);
        start(server, port);
        new Arrival(connector, Arrival.LONGEST).run();
        return new Listener(server, connector);
    }

    /** Whether a port is free now. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 0, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static void start(Server server, int port) {
        try {
            server.start();
        } catch (Exception failure) {
            stop(server);
            throw new StartException(
                    "Port %d is taken. Stop what listens there, or choose another: -Dport=8081, -Dport=0 for any free one."
                            .formatted(port),
                    failure);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception ignored) {
            // The server is shutting down, so nothing remains to be done.
            server.destroy();
        }
    }
}
