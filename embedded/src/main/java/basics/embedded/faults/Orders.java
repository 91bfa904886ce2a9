package basics.embedded.faults;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import basics.embedded.template.Json;

/** Accepts orders, and holds those in force. */
final class Orders extends Handler.Abstract {
    private static final String ORDERS = "/orders";
    /** In bytes, far more than an order needs. */
    private static final int LARGEST = 64 * 1024;

    private final Map<String, OrderedFaults> inForce = new ConcurrentHashMap<>();
    private final Supplier<Set<String>> functions;
    private final Consumer<Faults> whenEnded;

    Orders(Supplier<Set<String>> functions, Consumer<Faults> whenEnded) {
        this.functions = functions;
        this.whenEnded = whenEnded;
    }

    Optional<Faults> find(String id) {
        return Optional.ofNullable(inForce.get(id));
    }

    Optional<Deliveries.Struck> ofDelivery(String function, Set<String> keys) {
        return inForce.values().stream().flatMap(faults -> faults.ofDelivery(function, keys).stream()).findFirst();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        var path = Request.getPathInContext(request);
        if (request.getMethod().equals("POST") && path.equals(ORDERS)) {
            order(request, response, callback);
        } else if (request.getMethod().equals("DELETE") && path.startsWith(ORDERS + "/")) {
            end(path.substring(ORDERS.length() + 1), response, callback);
        } else {
            answer(response, callback, 404, "message", "The paths are POST /orders and DELETE /orders/ID.");
        }
        return true;
    }

    /** Accepts JSON only, which a web page can't send here without a preflight. */
    private void order(Request request, Response response, Callback callback) throws IOException {
        if (!"application/json".equals(request.getHeaders().get("Content-Type"))) {
            answer(response, callback, 415, "message", "Send an order as application/json.");
            return;
        }
        try (var input = Content.Source.asInputStream(request)) {
            var order = Order.read(input.readNBytes(LARGEST));
            var unknown = new TreeSet<>(order.functions());
            var known = new TreeSet<>(functions.get());
            unknown.removeAll(known);
            Order.require(unknown.isEmpty(), "No functions %s; there are %s".formatted(unknown, known));
            var id = UUID.randomUUID().toString();
            inForce.put(id, new OrderedFaults(order));
            answer(response, callback, 201, "id", id);
        } catch (IllegalArgumentException wrong) {
            answer(response, callback, 400, "message", String.valueOf(wrong.getMessage()));
        }
    }

    private void end(String id, Response response, Callback callback) {
        var ended = inForce.remove(id);
        if (ended == null) {
            answer(response, callback, 404, "message", "No order " + id + " is in force.");
            return;
        }
        ended.end();
        whenEnded.accept(ended);
        response.setStatus(204);
        callback.succeeded();
    }

    static void answer(Response response, Callback callback, int status, String name, String value) {
        response.setStatus(status);
        response.getHeaders().put("Content-Type", "application/json");
        Content.Sink.write(response, true, Json.MAPPER.createObjectNode().put(name, value).toString(), callback);
    }
}
