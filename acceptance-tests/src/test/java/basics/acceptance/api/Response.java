package basics.acceptance.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

import com.fasterxml.jackson.databind.JsonNode;

/** What the API answered. */
public final class Response {

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;
    private final int length;

    Response(int status, HttpHeaders headers, byte[] body) {
        this(status, headers, body, body.length);
    }

    private Response(int status, HttpHeaders headers, byte[] body, int length) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.length = length;
    }

    /** As it came over the wire: a body with a content coding is decoded. */
    static Response received(int status, HttpHeaders headers, byte[] sent) throws IOException {
        var coding = headers.firstValue("Content-Encoding").orElse("");
        InputStream bytes = new ByteArrayInputStream(sent);
        try (var body = switch (coding) {
            case "gzip" -> new GZIPInputStream(bytes);
            case "deflate" -> new InflaterInputStream(bytes);
            default -> bytes;
        }) {
            return new Response(status, headers, body.readAllBytes(), sent.length);
        }
    }

    public int status() {
        return status;
    }

    HttpHeaders headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    /** How many bytes of body came over the wire. */
    public int length() {
        return length;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The entity tag; refuses an answer without one. */
    public String etag() {
        return header("ETag").orElseThrow(() -> new AssertionError("The answer has no ETag: " + text()));
    }

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return Json.parse(body);
    }
}
