package basics.acceptance.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import basics.acceptance.tokens.SignIn;

/** A request to the API. */
public final class Request {

    private static final byte[] NONE = {};

    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final byte[] body;
    private final @Nullable SignIn signIn;

    private Request(String method, String path, Map<String, String> headers, byte[] body,
            @Nullable SignIn signIn) {
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.body = body;
        this.signIn = signIn;
    }

    public static Request get(String path) {
        return of("GET", path);
    }

    public static Request of(String method, String path) {
        return new Request(method, path, Map.of(), NONE, null);
    }

    public static Request post(String path, JsonNode body) {
        return of("POST", path).withJson(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static Request patch(String path, JsonNode body) {
        return of("PATCH", path).withJson(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    public String method() {
        return method;
    }

    /** As it goes over the wire: with its query, percent-encoded. */
    public String path() {
        return path;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** The bytes; none when there is no body. */
    public byte[] body() {
        return body;
    }

    /** With this body, as JSON unless a header says otherwise. */
    public Request withJson(byte[] json) {
        var typed = new LinkedHashMap<>(Map.of("Content-Type", "application/json"));
        typed.putAll(headers);
        return new Request(method, path, typed, json, signIn);
    }

    public Request with(Map<String, String> more) {
        var all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Request(method, path, all, body, signIn);
    }

    /** As somebody else than the run itself. */
    public Request as(SignIn somebody) {
        return new Request(method, path, headers, body, somebody);
    }

    /** Who asks, if not the run itself. */
    Optional<SignIn> signIn() {
        return Optional.ofNullable(signIn);
    }

    /** The path without its query. */
    String resource() {
        return path.replaceFirst("\\?.*", "");
    }
}
