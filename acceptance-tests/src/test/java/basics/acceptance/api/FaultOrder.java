package basics.acceptance.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a scenario orders for itself alone, at the target's door for tests: what goes wrong with the requests that it is
 * about, and settings of the environment that all of its requests find.
 */
public final class FaultOrder {

    /** Marks the requests that an order is for. */
    static final String HEADER = "X-Fault-Order";

    /** How the door calls calls of DynamoDB that are refused because there are too many. */
    public static final String BUSY = "THROTTLED";

    private static final String VARIABLES = "variables";
    /** The orders of the run that only set something. They end with its target. */
    private static final Map<ObjectNode, String> SETTLED = new ConcurrentHashMap<>();
    /** Functions retry until they have 5 s left: with their usual timeout, for 10 s. A first call may take some seconds, too. */
    private static final int SHORT_MILLIS = 10_000;

    private final Run run = Run.current();
    private final ObjectNode settings = Json.object();
    private final ObjectNode order = Json.object();
    private final List<String> apart = new ArrayList<>();
    private @Nullable String settled;
    private @Nullable String faulty;

    /**
     * Sets an environment variable of the functions from now on, also for requests that only prepare or look. Scenarios
     * with the same settings share the functions' execution environments, as clients of one deployment do.
     *
     * @throws IllegalStateException
     *             if the target has no such door: the scenario lacks its tag
     */
    public void set(String variable, String value) {
        settings.put(variable, value);
        settled = SETTLED.computeIfAbsent(settings.deepCopy(), all -> made(Json.object().set(VARIABLES, all)));
    }

    /**
     * Orders more, as the door reads it: from now on the requests that the scenario is about are under it.
     *
     * @throws IllegalStateException
     *             if the target has no such door: the scenario lacks its tag
     */
    public void order(Consumer<ObjectNode> more) {
        faulty = ended(faulty);
        more.accept(order);
        var all = order.deepCopy();
        all.withObject("/" + VARIABLES).setAll(settings);
        faulty = made(all);
    }

    /**
     * Orders that DynamoDB is too busy for all calls, or for those that are described. The functions have less time than
     * usual, so that they give up soon.
     *
     * @throws IllegalStateException
     *             if the target has no such door: the scenario lacks its tag
     */
    public void orderBusy(Consumer<ObjectNode> calls) {
        order(more -> calls.accept(more.put("timeoutMillis", SHORT_MILLIS).putObject("dynamoDb").put("kind", BUSY)));
    }

    /**
     * Orders something for functions that no request calls, such as one that follows a table's changes.
     *
     * @throws IllegalStateException
     *             if the target has no such door: the scenario lacks its tag
     */
    public void orderApart(ObjectNode other) {
        apart.add(made(other));
    }

    /** The request as it is sent under all that was ordered, if anything was. */
    public Request on(Request request) {
        return under(faulty == null ? settled : faulty, request);
    }

    /** The request as it is sent under what was set, if anything was; nothing goes wrong with it. */
    Request spared(Request request) {
        return under(settled, request);
    }

    private static Request under(@Nullable String id, Request request) {
        return id == null ? request : request.with(Map.of(HEADER, id));
    }

    /** From now on all is well again; what was set stays. */
    public void end() {
        faulty = ended(faulty);
        order.removeAll();
        apart.forEach(this::ended);
        apart.clear();
    }

    /** From now on nothing is ordered or set. */
    public void endAll() {
        end();
        settings.removeAll();
        settled = null;
    }

    private String made(JsonNode wanted) {
        var answer = send(HttpRequest.newBuilder(orders("")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wanted.toString())));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(wanted + " is no order: " + answer.body());
        }
        return Json.parse(answer.body()).path("id").textValue();
    }

    /** Ends an order, if there is one, and returns null: none is in force then. */
    private @Nullable String ended(@Nullable String id) {
        if (id != null) {
            send(HttpRequest.newBuilder(orders("/" + id)).DELETE());
        }
        return null;
    }

    private URI orders(String path) {
        return URI.create(run.target().door()
                .orElseThrow(() -> new IllegalStateException("No faults can be ordered: tag it @needs-faults"))
                + "/orders" + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return run.http().send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("The door does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted at the door", e);
        }
    }
}
