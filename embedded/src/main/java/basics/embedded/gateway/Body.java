package basics.embedded.gateway;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads a request's body, up to API Gateway's limit. */
final class Body {
    /** API Gateway Developer Guide, "Quotas for configuring and running a REST API": payload size, 10 MB. */
    static final int LARGEST = 10 * 1024 * 1024;

    /** What AWS was seen to answer, without any id or gateway response (koki-develop/lgtm-generator#10). */
    static final Reply TOO_LONG = Reply.text(413, Map.of("Content-Type", List.of("text/plain")),
            "HTTP content length exceeded %d bytes.".formatted(LARGEST));

    private Body() {}

    /**
     * Empty when it is over the limit. One that is up to twice as long is read to its end all the same: a client that is
     * still sending when the connection closes doesn't hear why. What is declared as longer is not read at all.
     *
     * @throws IOException
     *             when the client stays silent or goes away before its end
     */
    static Optional<byte[]> read(Request request) throws IOException {
        if (request.getLength() > 2L * LARGEST) {
            return Optional.empty();
        }
        try (var input = Content.Source.asInputStream(request)) {
            var bytes = input.readNBytes(LARGEST + 1);
            if (bytes.length <= LARGEST) {
                return Optional.of(bytes);
            }
            input.readNBytes(LARGEST);
            return Optional.empty();
        }
    }
}
