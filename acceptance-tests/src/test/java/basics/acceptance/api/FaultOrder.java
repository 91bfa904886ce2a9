package basics.acceptance.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a scenario orders to go wrong for itself alone, at the target's door for tests. */
public final class FaultOrder {

    /** Marks the requests that an order is for. */
    static final String HEADER = "X-Fault-Order";

    private final Run run = Run.current();
    private final ObjectNode order = Json.object();
    private @Nullable String id;

    /**
     * Orders more, as the door reads it: from now on the requests that the scenario is about are under it.
     *
     * @throws IllegalStateException
     *             if the target has no such door: the scenario lacks its tag
     */
    public void order(Consumer<ObjectNode> more) {
        end();
        more.accept(order);
        var answer = send(HttpRequest.newBuilder(orders("")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(order.toString())));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(order + " is no order: " + answer.body());
        }
        id = Json.parse(answer.body()).path("id").textValue();
    }

    /** The request as it is sent under what was ordered, if anything was. */
    public Request on(Request request) {
        return id == null ? request : request.with(Map.of(HEADER, id));
    }

    /** From now on all is well again. */
    public void end() {
        if (id != null) {
            send(HttpRequest.newBuilder(orders("/" + id)).DELETE());
            id = null;
        }
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
