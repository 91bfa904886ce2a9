package basics.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * The parts of API Gateway's proxy event, version 1.0, that the handlers use ("Set up Lambda proxy integrations in API
 * Gateway", Amazon API Gateway Developer Guide). Everything else in it is skipped.
 */
final class ProxyEvent {
    private final Map<String, List<String>> query = new LinkedHashMap<>();
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final Map<String, List<String>> pathParameters = new LinkedHashMap<>();
    private String path = "";
    private @Nullable String body;
    private boolean base64;
    private @Nullable String requestId;
    private @Nullable String seenPath;
    private @Nullable String subject;

    private ProxyEvent() {}

    /** @throws IOException when it is not a proxy event */
    static ProxyEvent read(InputStream input) throws IOException {
        var event = new ProxyEvent();
        try (var json = Json.FACTORY.createParser(input)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("The event is not an object.");
            }
            for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                event.take(name, json);
            }
        }
        return event;
    }

    private void take(String name, JsonParser json) throws IOException {
        switch (name) {
            case "path" -> path = Objects.requireNonNullElse(json.getValueAsString(), "");
            case "body" -> body = json.getValueAsString();
            case "isBase64Encoded" -> base64 = json.getValueAsBoolean();
            case "pathParameters" -> readValues(json, pathParameters, false);
            case "multiValueQueryStringParameters" -> readValues(json, query, false);
            case "multiValueHeaders" -> readValues(json, headers, true);
            case "requestContext" -> readContext(json);
            default -> json.skipChildren();
        }
    }

    /** Reads an object of strings or of arrays of strings, or null. */
    private static void readValues(JsonParser json, Map<String, List<String>> values, boolean lowerCase)
            throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            var key = lowerCase ? name.toLowerCase(Locale.ROOT) : name;
            var list = values.computeIfAbsent(key, _ -> new ArrayList<>(1));
            if (json.nextToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(json.getText());
                }
            } else {
                list.add(json.getText());
            }
        }
    }

    private void readContext(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "requestId" -> requestId = json.getValueAsString();
                case "path" -> seenPath = json.getValueAsString();
                case "authorizer" -> readAuthorizer(json);
                default -> json.skipChildren();
            }
        }
    }

    private void readAuthorizer(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            if (name.equals("principalId")) {
                subject = json.getValueAsString();
            } else {
                json.skipChildren();
            }
        }
    }

    /**
     * The path that the client requested. It includes the stage, unless a custom domain hides it; {@code path} never
     * does.
     */
    String seenPath() {
        return seenPath == null ? path : seenPath;
    }

    /** A path parameter, decoded ({@link PathParameter}). */
    String pathParameter(String name) {
        var values = pathParameters.get(name);
        if (values == null || values.isEmpty()) {
            throw new IllegalStateException("The route has no path parameter " + name + ".");
        }
        return PathParameter.decode(name, values.getFirst(), path);
    }

    Map<String, List<String>> query() {
        return query;
    }

    @Nullable
    String header(String name) {
        var values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null ? null : String.join(",", values);
    }

    Body body() {
        return new Body(header("Content-Type"), header("Content-Encoding"), body, base64);
    }

    @Nullable
    String requestId() {
        return requestId;
    }

    /** The subject of the token, from the API's authorizer; null where the API requires no token. */
    @Nullable
    String subject() {
        return subject;
    }
}
