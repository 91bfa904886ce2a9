package basics.embedded.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.eclipse.jetty.server.Request;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Compresses what is long, for clients that name a coding (API Gateway Developer Guide, "Payload compression for REST APIs").
 *
 * @param minimum
 *            from how many bytes on; a negative number for never
 */
record Compression(int minimum) {
    private static final String GZIP = "gzip";
    private static final String DEFLATE = "deflate";

    /** As the template's {@code MinimumCompressionSize} says. */
    static Compression of(JsonNode minimum) {
        return new Compression(minimum.asInt(-1));
    }

    /** The reply as it is sent. A reply that has a coding already stays as it is. */
    Reply applied(Request request, Reply reply) {
        if (minimum < 0 || reply.body().length < minimum || reply.has(HttpHeader.CONTENT_ENCODING.asString())) {
            return reply;
        }
        return coding(request.getHeaders().getValuesList(HttpHeader.ACCEPT_ENCODING)).map(coding -> {
            var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(reply.headers());
            headers.put(HttpHeader.CONTENT_ENCODING.asString(), List.of(coding));
            return new Reply(reply.status(), headers, compressed(coding, reply.body()));
        }).orElse(reply);
    }

    /**
     * The coding that a client likes best, if the gateway has it. Whatever a client accepts besides doesn't count, and a
     * client that accepts anything gets no coding (Guide, "Receive an API response with a compressed payload").
     */
    static Optional<String> coding(List<String> accepted) {
        var codings = new QuotedQualityCSV();
        accepted.forEach(codings::addValue);
        return codings.getValues().stream().findFirst().map(coding -> coding.toLowerCase(Locale.ROOT))
                .filter(coding -> coding.equals(GZIP) || coding.equals(DEFLATE));
    }

    private static byte[] compressed(String coding, byte[] body) {
        var bytes = new ByteArrayOutputStream(body.length / 4);
        try (var compressing = coding.equals(GZIP) ? gzip(bytes) : new DeflaterOutputStream(bytes)) {
            compressing.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static OutputStream gzip(OutputStream bytes) throws IOException {
        return new GZIPOutputStream(bytes);
    }
}
