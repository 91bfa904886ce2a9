package basics.embedded.issuer;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The issuer's public keys, a JSON Web Key Set (RFC 7517). */
final class Keys extends Handler.Abstract {
    static final String PATH = "/jwks";

    private final TokenSource tokens;

    Keys(TokenSource tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!request.getMethod().equals("GET")
                || !Request.getPathInContext(request).equals("/" + LocalIssuer.ID + PATH)) {
            return false;
        }
        response.getHeaders().put("Content-Type", "application/json");
        Content.Sink.write(response, true, tokens.keys(), callback);
        return true;
    }
}
