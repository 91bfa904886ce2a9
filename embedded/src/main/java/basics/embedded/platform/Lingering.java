package basics.embedded.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Completes an answer that is sent before the request's body has arrived, as most refusals are. The answer has
 * {@code Connection: close}, so that the client sends no further request after the body. Then it reads on for a while.
 * A client that is still sending when the connection closes might not see the answer (RFC 9112, 9.6).
 */
final class Lingering extends Handler.Wrapper {
    /** In bytes, twice the largest body that API Gateway accepts. */
    private static final long LONGEST = 20L << 20;

    Lingering(Handler handler) {
        super(handler);
    }

    /** Everything runs in the thread of the request, because Jetty allows no concurrent reading. */
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var answer = new Answer(request, response, callback);
        var handled = super.handle(request, answer, answer);
        if (answer.early) {
            if (!answer.sent.await(Arrival.left(request), TimeUnit.NANOSECONDS)) {
                callback.failed(new TimeoutException("The client doesn't read its answer"));
                return true;
            }
            // Reading would make a client send a body that it holds back until asked (Expect: 100-continue).
            if (!request.getHeaders().contains(HttpHeader.EXPECT)) {
                readOn(request);
            }
            callback.succeeded();
        }
        return handled;
    }

    private static final class Answer extends Response.Wrapper implements Callback {
        private final Callback callback;
        private final CountDownLatch sent = new CountDownLatch(1);
        private volatile boolean early;

        Answer(Request request, Response response, Callback callback) {
            super(request, response);
            this.callback = callback;
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback written) {
            if (!isCommitted() && !early && !isAtItsEnd(getRequest())) {
                early = true;
                getHeaders().put(HttpFields.CONNECTION_CLOSE);
            }
            super.write(last, content, written);
        }

        @Override
        public void succeeded() {
            if (early) {
                sent.countDown();
            } else {
                callback.succeeded();
            }
        }

        @Override
        public void failed(Throwable failure) {
            callback.failed(failure);
            sent.countDown();
        }
    }

    /** Reads the available bytes. */
    private static boolean isAtItsEnd(Request request) {
        for (long length = 0; length < LONGEST;) {
            var chunk = request.read();
            if (chunk == null || Content.Chunk.isFailure(chunk)) {
                return false;
            }
            length += chunk.remaining();
            chunk.release();
            if (chunk.isLast()) {
                return true;
            }
        }
        return false;
    }

    private static void readOn(Request request) {
        try {
            var last = false;
            for (long length = 0; length < LONGEST && !last && Arrival.left(request) > 0;) {
                var chunk = Arrival.next(request);
                length += chunk.remaining();
                last = chunk.isLast();
                chunk.release();
            }
        } catch (IOException gone) {
            return;
        }
    }
}
