package basics.embedded.faults;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Attaches to a request the faults that it names, and removes the header with their name. */
final class OrderedRequests extends Handler.Wrapper {
    private static final String HEADER = "X-Fault-Order";

    private final Orders orders;

    OrderedRequests(Handler gateway, Orders orders) {
        super(gateway);
        this.orders = orders;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var id = request.getHeaders().get(HEADER);
        if (id == null) {
            return super.handle(request, response, callback);
        }
        var faults = orders.find(id);
        if (faults.isEmpty()) {
            Orders.answer(response, callback, 400, "message", "No order " + id + " is in force.");
            return true;
        }
        var headers = HttpFields.build(request.getHeaders()).remove(HEADER).asImmutable();
        var ordered = new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
        ordered.setAttribute(Faults.class.getName(), faults.get());
        return super.handle(ordered, response, callback);
    }
}
