package basics.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A request as API Gateway's proxy integration (version 1.0) passes it to a function. */
public final class Call {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();
    private static final int ENOUGH_MILLIS = 10_000;
    private static final int TOO_FEW_MILLIS = 4_999;

    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final Map<String, List<String>> query = new LinkedHashMap<>();
    private final Map<String, String> path = new LinkedHashMap<>();
    private String rawPath = "/";
    private @Nullable String seenPath;
    private @Nullable String body;
    private boolean base64;
    private @Nullable String subject;
    private IntSupplier remainingMillis = () -> ENOUGH_MILLIS;
    private final LogLines log = new LogLines();

    public static Call of() {
        return new Call();
    }

    public static Call withBody(String json) {
        return of().header("Content-Type", "application/json").body(json);
    }

    public Call header(String name, String value) {
        headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        return this;
    }

    public Call query(String name, String value) {
        query.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        return this;
    }

    /** Adds a path parameter that the gateway has decoded. */
    public Call path(String name, String value) {
        path.put(name, value);
        return this;
    }

    public Call rawPath(String value) {
        rawPath = value;
        return this;
    }

    /** Sets the path with the stage, as in the request's context. */
    public Call seenPath(String value) {
        seenPath = value;
        return this;
    }

    /** Sets the token's subject, as the API's authorizer returns it. */
    public Call subject(String value) {
        subject = value;
        return this;
    }

    public Call body(String value) {
        body = value;
        return this;
    }

    public Call base64(String value) {
        body = value;
        base64 = true;
        return this;
    }

    /** Sets the time until the function times out. */
    public Call remainingMillis(int value) {
        remainingMillis = () -> value;
        return this;
    }

    /** Lets the function have time for so many retries, and for no more. */
    public Call timeForRetries(int retries) {
        var left = new AtomicInteger(retries);
        remainingMillis = () -> left.getAndDecrement() > 0 ? ENOUGH_MILLIS : TOO_FEW_MILLIS;
        return this;
    }

    public LogLines log() {
        return log;
    }

    public Answer to(RequestStreamHandler handler) {
        try {
            return send(handler, event());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The proxy event, as JSON. */
    public String event() {
        var event = new LinkedHashMap<String, @Nullable Object>();
        event.put("resource", "/{proxy+}");
        event.put("path", rawPath);
        event.put("multiValueHeaders", headers);
        event.put("multiValueQueryStringParameters", query.isEmpty() ? null : query);
        event.put("pathParameters", path.isEmpty() ? null : path);
        event.put("stageVariables", null);
        var context = new LinkedHashMap<String, Object>();
        context.put("stage", "api");
        context.put("requestId", "request-1");
        context.put("identity", Map.of("sourceIp", "127.0.0.1", "path", "/not/this/one"));
        if (seenPath != null) {
            context.put("path", seenPath);
        }
        if (subject != null) {
            context.put("authorizer", Map.of("subject", subject, "principalId", subject, "integrationLatency", 1));
        }
        event.put("requestContext", context);
        event.put("body", body);
        event.put("isBase64Encoded", base64);
        try {
            return MAPPER.writeValueAsString(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends this event unchanged. */
    public Answer send(RequestStreamHandler handler, String event) throws IOException {
        var output = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), output,
                new TestContext(log, remainingMillis));
        return Answer.parse(MAPPER, output.toByteArray());
    }
}
