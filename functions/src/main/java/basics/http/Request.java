package basics.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A request, and the figures measured while answering it. */
public final class Request {
    private final ProxyEvent event;
    private final Invocation invocation;
    private final Map<String, Double> measures = new LinkedHashMap<>();
    private final Errors errors = new Errors();
    private final QueryParameters query;

    /** @param parameters the names of the operation's query parameters */
    Request(ProxyEvent event, Invocation invocation, List<String> parameters) {
        this.event = event;
        this.invocation = invocation;
        query = new QueryParameters(event.query(), errors, parameters);
    }

    /**
     * The faults of the request. From the start they include query parameters that are unknown or given twice. A
     * handler adds its own, and raises all of them before it changes anything.
     */
    public Errors errors() {
        return errors;
    }

    /** The query parameters that {@link Handler#parameters} names. */
    public QueryParameters query() {
        return query;
    }

    /** Lambda's id of this invocation. It is unique, and clients can't choose it. */
    public String invocation() {
        return invocation.id();
    }

    /** Milliseconds until the function times out. */
    public int remainingMillis() {
        return invocation.remainingMillis().getAsInt();
    }

    /** The subject of the token, from the API's authorizer; null where the API requires no token. */
    public @Nullable String subject() {
        return event.subject();
    }

    /**
     * A path parameter, decoded.
     *
     * @throws Problem 400 unless it is percent-encoded UTF-8
     */
    public String path(String name) {
        return event.pathParameter(name);
    }

    /** The path of a member of the requested collection, for the {@code Location} header. */
    public String pathTo(String name) {
        var collection = event.seenPath();
        return collection + (collection.endsWith("/") ? "" : "/")
                + URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }

    /** All values of a header, joined with commas (RFC 9110, 5.3), or null without one. */
    public @Nullable String header(String name) {
        return event.header(name);
    }

    /**
     * The body, declared as {@code application/json}.
     *
     * @param limit in bytes
     * @throws Problem 400 if it is missing or not UTF-8; 413 if it is too large; 415 for another media type or a
     *            compressed body
     */
    public String json(int limit) {
        return event.body().json(limit, null);
    }

    /** As {@link #json}, but also accepts {@code application/merge-patch+json}. */
    public String mergePatch(int limit) {
        return event.body().json(limit, "application/merge-patch+json");
    }

    /** Records a figure for the request's log line. */
    public void measure(String name, double value) {
        measures.merge(name, value, Double::sum);
    }

    Map<String, Double> measures() {
        return measures;
    }
}
