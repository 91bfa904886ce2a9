package basics.infra.api;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import basics.infra.settings.Ordered;

/** A method that the gateway answers by itself, and always the same: a mock integration. */
final class StaticAnswer {

    /**
     * What clients send. There is no template for all media types: one of another type is answered 415 (API Gateway
     * Developer Guide, "Method request behavior for payloads without mapping templates").
     */
    private static final List<String> TYPES = List.of("application/json", "application/merge-patch+json",
            "application/octet-stream", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data",
            "text/plain", "text/xml");
    /** JSON is binary to this API, and neither template of a mock can be applied to what is binary: 500. */
    private static final String TEXT = "CONVERT_TO_TEXT";

    private StaticAnswer() {}

    /**
     * @param body
     *            a template for the answer; empty for none
     */
    static Map<String, Object> of(int status, String description, Map<String, String> headers, String body) {
        var declared = new LinkedHashMap<String, Object>();
        var values = new LinkedHashMap<String, Object>();
        headers.forEach((name, value) -> {
            declared.put(name, Ordered.map(entry("schema", Ordered.map(entry("type", "string")))));
            values.put("method.response.header." + name, "'" + value + "'");
        });
        Map<String, Object> answer = Ordered.map(
                entry("statusCode", Integer.toString(status)),
                entry("contentHandling", TEXT),
                entry("responseParameters", values));
        if (!body.isEmpty()) {
            answer.put("responseTemplates", Ordered.map(entry("application/json", body)));
        }
        var requests = new LinkedHashMap<String, Object>();
        TYPES.forEach(type -> requests.put(type, "{\"statusCode\": " + status + "}"));
        return Ordered.map(
                entry("responses", Ordered.map(entry(Integer.toString(status), Ordered.map(
                        entry("description", description),
                        entry("headers", declared))))),
                entry("x-amazon-apigateway-integration", Ordered.map(
                        entry("type", "mock"),
                        entry("requestTemplates", requests),
                        entry("passthroughBehavior", "never"),
                        entry("contentHandling", TEXT),
                        entry("responses", Ordered.map(entry("default", answer))))));
    }
}
