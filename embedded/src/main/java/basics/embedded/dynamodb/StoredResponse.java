package basics.embedded.dynamodb;

import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An answer to a write, which becomes a failure when the write turns out not to be stored. */
final class StoredResponse extends Response.Wrapper {
    private final BooleanSupplier stored;
    private boolean refused;

    /**
     * @param stored
     *            asked when the answer is about to be sent
     */
    StoredResponse(Request request, Response response, BooleanSupplier stored) {
        super(request, response);
        this.stored = stored;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        if (!isCommitted() && !stored.getAsBoolean()) {
            refused = true;
            getHeaders().remove(HttpHeader.CONTENT_LENGTH).remove("x-amz-crc32");
            Front.refuse(getWrapped(), callback, 500, Front.error(Front.INTERNAL, "The request could not be stored."));
        } else if (refused) {
            callback.succeeded();
        } else {
            super.write(last, content, callback);
        }
    }
}
