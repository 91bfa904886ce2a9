package basics.embedded.dynamodb;

import java.nio.ByteBuffer;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request whose body has been read already, and is given out once more. */
final class ReadRequest extends Request.Wrapper {
    private final ByteBuffer body;
    private boolean given;

    ReadRequest(Request request, ByteBuffer body) {
        super(request);
        this.body = body.slice();
    }

    @Override
    public Content.Chunk read() {
        if (given) {
            return Content.Chunk.EOF;
        }
        given = true;
        return Content.Chunk.from(body.slice(), true);
    }

    @Override
    public void demand(Runnable task) {
        task.run();
    }
}
