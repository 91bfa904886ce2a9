package basics.embedded.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;

import basics.embedded.platform.Arrival;

/** Reads a request's body, up to API Gateway's limit. */
final class Body {
    /** API Gateway Developer Guide, "Quotas for configuring and running a REST API": payload size, 10 MB. */
    static final int LARGEST = 10 * 1024 * 1024;

    /** What AWS was seen to answer, without any id or gateway response (koki-develop/lgtm-generator#10). */
    static final Reply TOO_LONG = Reply.text(413, Map.of("Content-Type", List.of("text/plain")),
            "HTTP content length exceeded %d bytes.".formatted(LARGEST));

    /** In bytes. A body of this size needs no room: small requests never wait for large ones. */
    private static final int SMALL = 64 * 1024;

    /**
     * The room of large bodies, in KiB: a sixteenth of the heap, which holds at least one. On its way a body is copied some
     * times, as text, as an event and on its way out.
     */
    private static final Semaphore ROOM = new Semaphore(
            (int) Math.max(LARGEST, Runtime.getRuntime().maxMemory() / 16) / 1024, true);

    /** Large bodies have filled their room for as long as a request may take. */
    static final class NoRoom extends IOException {
        NoRoom() {
            super("Too many large bodies at once");
        }
    }

    private Body() {}

    /**
     * Empty when it is over the limit; what is declared so is not read at all. A large one waits until there is room for
     * it, which it has until the request is answered.
     *
     * @throws NoRoom
     *             when there was none in time
     * @throws IOException
     *             when the client stays silent, is too slow or goes away before its end
     */
    static Optional<byte[]> read(Request request) throws IOException {
        if (request.getLength() > LARGEST) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        var roomy = false;
        while (true) {
            var chunk = Arrival.next(request);
            var length = bytes.size() + chunk.remaining();
            try {
                if (length > LARGEST) {
                    return Optional.empty();
                }
                if (length > SMALL && !roomy) {
                    var whole = request.getLength() < 0 ? LARGEST : (int) request.getLength();
                    takeRoom(request, whole / 1024);
                    roomy = true;
                    bytes = within(whole, bytes);
                }
                BufferUtil.writeTo(chunk.getByteBuffer(), bytes);
            } finally {
                chunk.release();
            }
            if (chunk.isLast()) {
                return Optional.of(bytes.toByteArray());
            }
        }
    }

    /** A declared length is what will be needed; of one that isn't, the most may be much too much. */
    private static ByteArrayOutputStream within(int length, ByteArrayOutputStream begun) throws IOException {
        var all = new ByteArrayOutputStream(length < LARGEST ? length : 2 * SMALL);
        begun.writeTo(all);
        return all;
    }

    private static void takeRoom(Request request, int kibibytes) throws NoRoom {
        try {
            if (!ROOM.tryAcquire(kibibytes, Arrival.left(request), TimeUnit.NANOSECONDS)) {
                throw new NoRoom();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoRoom();
        }
        Request.addCompletionListener(request, failure -> ROOM.release(kibibytes));
    }
}
