package basics.embedded.gateway;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What the listener itself refuses (a malformed request, too long a head), worded by the gateway responses. */
final class Refusals implements Request.Handler {
    private final GatewayResponses responses;

    Refusals(GatewayResponses responses) {
        this.responses = responses;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var id = UUID.randomUUID().toString();
        // A version of HTTP that is none is the client's mistake, not the server's.
        var status = response.getStatus() == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505
                ? HttpStatus.BAD_REQUEST_400
                : response.getStatus();
        var failure = status >= 400 && status < 500
                ? GatewayFailure.badRequest(status, HttpStatus.getMessage(status))
                : GatewayFailure.INTERNAL;
        var reply = responses.render(failure, Map.of("requestId", id, "extendedRequestId", id));
        response.setStatus(reply.status());
        reply.headers().forEach((name, values) -> values.forEach(value -> response.getHeaders().add(name, value)));
        response.getHeaders().put("x-amzn-RequestId", id);
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
        return true;
    }
}
