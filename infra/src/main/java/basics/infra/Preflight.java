package basics.infra;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The OPTIONS method of a path, which the gateway answers without a function: what a page may send there. */
final class Preflight {

    private static final String STATUS = "204";
    /** How long a browser may remember the answer: 2 hours is the most that Chromium keeps to. */
    private static final String MAX_AGE_SECONDS = "7200";
    private static final List<String> HEADERS = List.of("Authorization", "Content-Type", "Idempotency-Key",
            "If-Match");

    private Preflight() {}

    /**
     * @param methods
     *            the methods of the path
     */
    static Map<String, Object> of(List<String> methods, Environment environment) {
        var declared = new LinkedHashMap<String, Object>();
        var values = new LinkedHashMap<String, Object>();
        headers(methods, environment).forEach((name, value) -> {
            declared.put(name, Ordered.map(entry("schema", Ordered.map(entry("type", "string")))));
            values.put("method.response.header." + name, "'" + value + "'");
        });
        return Ordered.map(
                entry("responses", Ordered.map(entry(STATUS, Ordered.map(
                        entry("description", "What a page may send."),
                        entry("headers", declared))))),
                entry("x-amazon-apigateway-integration", Ordered.map(
                        entry("type", "mock"),
                        entry("requestTemplates",
                                Ordered.map(entry("application/json", "{\"statusCode\": " + STATUS + "}"))),
                        entry("passthroughBehavior", "when_no_match"),
                        // JSON is binary to this API, and a mock's template can't be applied to what is binary: 500.
                        entry("contentHandling", "CONVERT_TO_TEXT"),
                        entry("responses", Ordered.map(entry("default", Ordered.map(
                                entry("statusCode", STATUS),
                                entry("responseParameters", values))))))));
    }

    private static Map<String, String> headers(List<String> methods, Environment environment) {
        var headers = Cors.headers(environment);
        headers.put("Access-Control-Allow-Methods", String.join(",", methods));
        headers.put("Access-Control-Allow-Headers", String.join(",", HEADERS));
        headers.put("Access-Control-Max-Age", MAX_AGE_SECONDS);
        return headers;
    }
}
