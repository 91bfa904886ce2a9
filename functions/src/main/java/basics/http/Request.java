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
    private final Invocation invocation;
    private final Map<String, Double> measures = new LinkedHashMap<>();
    private final Errors errors = new Errors();
    private final QueryParameters query;

    /** @param parameters the names of the query parameters that the operation takes */
    Request(ProxyEvent event, Invocation invocation, List<String> parameters) {
        this.event = event;
        this.invocation = invocation;
        query = new QueryParameters(event.query(), errors, parameters);
    }

    /**
     * What is wrong with the request. Query parameters that the operation doesn't take, and those given twice, are in it
     * from the start. A handler adds what it finds, and raises them all before it changes anything.
     */
    public Errors errors() {
        return errors;
    }

    /** The query parameters that {@link Handler#parameters} names. */
    public QueryParameters query() {
        return query;
    }

    /** Lambda's id of this invocation: never used again, and nothing that a client can choose. */
    public String invocation() {
        return invocation.id();
    }

    /** Until Lambda ends the invocation, in milliseconds. */
    public int remainingMillis() {
        return invocation.remainingMillis().getAsInt();
    }

    /** Whose token it is, as the API's authorizer says; null where none is asked for. */
    public @Nullable String subject() {
        return event.subject();
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
