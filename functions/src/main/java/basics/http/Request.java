package basics.http;

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

    /** A path parameter, decoded. */
    public String path(String name) {
        return event.pathParameter(name);
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
