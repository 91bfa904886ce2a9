package basics.http;

import java.io.IOException;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

/** Writes answers in the format of API Gateway's proxy integration, with the headers that all answers have. */
final class ProxyResponse {
    private final @Nullable String corsOrigin;

    /** @param corsOrigin an origin, {@code *}, or null for no CORS headers */
    ProxyResponse(@Nullable String corsOrigin) {
        this.corsOrigin = corsOrigin;
    }

    void write(Response response, OutputStream output) throws IOException {
        try (var json = Json.FACTORY.createGenerator(output)) {
            json.writeStartObject();
            json.writeNumberField("statusCode", response.status());
            json.writeObjectFieldStart("headers");
            for (var header : response.headers().entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeStringField("Cache-Control", "no-store");
            json.writeStringField("X-Content-Type-Options", "nosniff");
            // Clients heed this over HTTPS only (RFC 6797), and ignore it over HTTP, as on a developer's machine.
            json.writeStringField("Strict-Transport-Security", "max-age=31536000");
            // No browser may run or frame an answer (OWASP REST Security Cheat Sheet).
            json.writeStringField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            if (corsOrigin != null) {
                json.writeStringField("Access-Control-Allow-Origin", corsOrigin);
                json.writeStringField("Access-Control-Expose-Headers",
                        "ETag, Location, Retry-After, x-amzn-RequestId");
                if (!corsOrigin.equals("*")) {
                    json.writeStringField("Vary", "Origin");
                }
            }
            json.writeEndObject();
            json.writeFieldName("body");
            json.writeUTF8String(response.body(), 0, response.body().length);
            json.writeEndObject();
        }
    }
}
