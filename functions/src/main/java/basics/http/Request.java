package basics.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A request, and what was measured while it was answered. */
public final class Request {
    private final ProxyEvent event;
    private final Map<String, Double> measures = new LinkedHashMap<>();

    Request(ProxyEvent event) {
        this.event = event;
    }

    /**
     * A path parameter, decoded.
     *
     * @throws Problem 400 for what is not percent-encoded UTF-8
     */
    public String path(String name) {
        return event.pathParameter(name);
    }

    /** Where the client finds what is in the requested collection under a name: a path, for {@code Location}. */
    public String pathTo(String name) {
        var collection = event.seenPath();
        return collection + (collection.endsWith("/") ? "" : "/")
                + URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }

    /** The query parameters; those not named here, and those given twice, become errors. */
    public QueryParameters query(Errors errors, String... names) {
        return query(errors, List.of(names));
    }

    /** As {@link #query(Errors, String...)}. */
    public QueryParameters query(Errors errors, List<String> names) {
        return new QueryParameters(event.query(), errors, names);
    }

    /** All values of a header, joined with commas (RFC 9110, 5.3), or null without one. */
    public @Nullable String header(String name) {
        return event.header(name);
    }

    /**
     * The body, declared as {@code application/json}.
     *
     * @param limit in bytes
     * @throws Problem 400 for none or not UTF-8, 413, 415
     */
    public String json(int limit) {
        return event.body().json(limit, null);
    }

    /** As {@link #json}, and {@code application/merge-patch+json} is taken too. */
    public String mergePatch(int limit) {
        return event.body().json(limit, "application/merge-patch+json");
    }

    /** Notes a figure for the request's log line. */
    public void measure(String name, double value) {
        measures.merge(name, value, Double::sum);
    }

    Map<String, Double> measures() {
        return measures;
    }
}
