package basics.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to the API.
 *
 * @param path
 *            as it goes over the wire: with its query, percent-encoded
 * @param body
 *            empty for none
 */
public record Request(String method, String path, Map<String, String> headers, byte[] body) {

    private static final byte[] NONE = {};

    public static Request get(String path) {
        return of("GET", path);
    }

    public static Request of(String method, String path) {
        return new Request(method, path, Map.of(), NONE);
    }

    public static Request post(String path, JsonNode body) {
        return of("POST", path).withJson(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static Request patch(String path, JsonNode body) {
        return of("PATCH", path).withJson(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** With this body, as JSON unless a header says otherwise. */
    public Request withJson(byte[] json) {
        var typed = new LinkedHashMap<>(Map.of("Content-Type", "application/json"));
        typed.putAll(headers);
        return new Request(method, path, typed, json);
    }

    public Request with(Map<String, String> more) {
        var all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Request(method, path, all, body);
    }

    /** The path without its query. */
    String resource() {
        return path.replaceFirst("\\?.*", "");
    }
}
