package basics.embedded.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads a request's body, up to API Gateway's limit. */
final class Body {
    /** API Gateway Developer Guide, "Quotas for configuring and running a REST API": payload size, 10 MB. */
    private static final int LARGEST = 10 * 1024 * 1024;

    private Body() {}

    /**
     * Empty when it is over the limit; a declared length over it is not read at all.
     *
     * @throws IOException
     *             when the client stays silent or goes away before its end
     */
    static Optional<byte[]> read(Request request) throws IOException {
        if (request.getLength() > LARGEST) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        try (var input = Content.Source.asInputStream(request)) {
            bytes.writeBytes(input.readNBytes(LARGEST + 1));
        }
        return bytes.size() > LARGEST ? Optional.empty() : Optional.of(bytes.toByteArray());
    }
}
