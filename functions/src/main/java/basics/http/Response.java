package basics.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer to a request. The body is UTF-8 JSON, or empty. */
public final class Response {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Response(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** An answer with this body, which is not copied. */
    public static Response json(int status, byte[] body) {
        return new Response(status, Map.of("Content-Type", "application/json"), body);
    }

    public static Response noContent() {
        return new Response(204, Map.of(), new byte[0]);
    }

    public Response with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
