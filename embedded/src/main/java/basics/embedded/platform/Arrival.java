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
 * How long a request may take from its first byte to its last, however often a byte of it comes. Jetty has limits for
 * silence only, which a client that sends a byte now and then never reaches.
 */
public final class Arrival implements Runnable {
    /** About as long as API Gateway lets the answer take (29 s); a test that waits for its end sets another. */
    static final Duration LONGEST = Duration.ofSeconds(Integer.getInteger("request.seconds", 30));
    /** Whoever reads a body sees its time run out first, and can say so. */
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final ServerConnector connector;
    private final Duration longest;

    Arrival(ServerConnector connector, Duration longest) {
        this.connector = connector;
        this.longest = longest.plus(GRACE);
    }

    /** Closes the connections of requests that take too long, and looks again in a second. */
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

    /** What of a request's time is left, in nanoseconds; none or less when it is over. */
    public static long left(Request request) {
        return LONGEST.toNanos() - NanoTime.since(request.getBeginNanoTime());
    }

    /**
     * The next part of a body, awaited if need be; the caller releases it.
     *
     * @throws IOException
     *             when the client goes away, or with a {@link TimeoutException} as its cause when the request's time is over
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
