package basics.infra.api;

import java.util.LinkedHashMap;
import java.util.Map;

import basics.infra.settings.Environment;

/** The headers by which a browser lets pages of the environment's origin read an answer (Fetch Standard, CORS). */
final class Cors {

    private Cors() {}

    static Map<String, String> headers(Environment environment) {
        var headers = new LinkedHashMap<String, String>();
        environment.corsOrigin().ifPresent(origin -> {
            headers.put("Access-Control-Allow-Origin", origin);
            if (!origin.equals("*")) {
                headers.put("Vary", "Origin");
            }
        });
        return headers;
    }
}
