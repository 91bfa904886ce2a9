package basics.embedded.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.NanoTime;

/**
 * Limits the time from a request's first byte to its last. Jetty limits only idle time, which a client never reaches
 * that sends a byte now and then.
 */
public final class Arrival implements Runnable {
    /** About as long as API Gateway's limit for the answer (29 s). A test that waits for the end sets a shorter one. */
    static final Duration LONGEST = Duration.ofSeconds(Integer.getInteger("request.seconds", 30));
    /** A reader of the body notices the end of the time first, and can answer with an error. */
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final ServerConnector connector;
    private final Duration longest;

    Arrival(ServerConnector connector, Duration longest) {
        this.connector = connector;
        this.longest = longest.plus(GRACE);
    }

    /** Closes the connections of requests that take too long. Runs every second. */
    @Override
    public void run() {
        for (var endPoint : connector.getConnectedEndPoints()) {
            if (endPoint.getConnection() instanceof HttpConnection http && arriving(http.getParser())
                    && NanoTime.since(http.getParser().getBeginNanoTime()) > longest.toNanos()) {
                endPoint.close(new TimeoutException("The request takes too long"));
            }
        }
        connector.getScheduler().schedule(this, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean arriving(HttpParser parser) {
        return parser.getBeginNanoTime() != 0 && !parser.isStart()
                && (parser.inHeaderState() || parser.inContentState());
    }

    /** The remaining time of a request in nanoseconds; 0 or less when it is over. */
    public static long left(Request request) {
        return LONGEST.toNanos() - NanoTime.since(request.getBeginNanoTime());
    }

    /**
     * Waits for the next part of a body. The caller must release it.
     *
     * @throws IOException
     *            when the client closes the connection, or when the request's time is over (with a
     *            {@link TimeoutException} as its cause)
     */
    public static Content.Chunk next(Request request) throws IOException {
        while (true) {
            var chunk = request.read();
            if (chunk == null) {
                await(request);
            } else if (Content.Chunk.isFailure(chunk)) {
                throw new IOException(chunk.getFailure());
            } else {
                return chunk;
            }
        }
    }

    private static void await(Request request) throws IOException {
        var come = new CountDownLatch(1);
        request.demand(come::countDown);
        try {
            if (!come.await(left(request), TimeUnit.NANOSECONDS)) {
                throw new IOException(new TimeoutException("The request takes too long"));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
