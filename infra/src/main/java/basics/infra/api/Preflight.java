package basics.infra.api;

import java.util.List;
import java.util.Map;

import basics.infra.settings.Environment;

/** The OPTIONS method of a path: the gateway says what a page may send there, without a function. */
final class Preflight {

    private static final int STATUS = 204;
    /** How long a browser may remember the answer: 2 hours is the most that Chromium keeps to. */
    private static final String MAX_AGE_SECONDS = "7200";
    /** The last two are those of a page that traces its requests (W3C, "Trace Context"). */
    private static final List<String> HEADERS = List.of("Authorization", "Content-Type", "Idempotency-Key",
            "If-Match", "traceparent", "tracestate");

    private Preflight() {}

    /**
     * @param methods
     *            the methods of the path
     */
    static Map<String, Object> of(List<String> methods, Environment environment) {
        return StaticAnswer.of(STATUS, "What a page may send.", headers(methods, environment), "");
    }

    private static Map<String, String> headers(List<String> methods, Environment environment) {
        var headers = Cors.headers(environment);
        headers.put("Access-Control-Allow-Methods", String.join(",", methods));
        headers.put("Access-Control-Allow-Headers", String.join(",", HEADERS));
        headers.put("Access-Control-Max-Age", MAX_AGE_SECONDS);
        return headers;
    }
}
