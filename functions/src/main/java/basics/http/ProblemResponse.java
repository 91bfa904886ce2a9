package basics.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

/** Problems as {@code application/problem+json}. */
final class ProblemResponse {
    private ProblemResponse() {}

    static Response of(Problem problem, String requestId) throws IOException {
        var body = new ByteArrayOutputStream();
        try (var json = Json.FACTORY.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", problem.title());
            json.writeNumberField("status", problem.status());
            json.writeStringField("detail", problem.detail());
            json.writeStringField("instance", requestId);
            if (!problem.errors().isEmpty()) {
                writeErrors(json, problem);
            }
            json.writeEndObject();
        }
        var response = Response.json(problem.status(), body.toByteArray())
                .with("Content-Type", "application/problem+json");
        return problem.retryAfterSeconds() == 0
                ? response
                : response.with("Retry-After", Integer.toString(problem.retryAfterSeconds()));
    }

    private static void writeErrors(JsonGenerator json, Problem problem) throws IOException {
        json.writeArrayFieldStart("errors");
        for (var error : problem.errors()) {
            json.writeStartObject();
            if (error.pointer() != null) {
                json.writeStringField("pointer", error.pointer());
            }
            if (error.parameter() != null) {
                json.writeStringField("parameter", error.parameter());
            }
            json.writeStringField("detail", error.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
