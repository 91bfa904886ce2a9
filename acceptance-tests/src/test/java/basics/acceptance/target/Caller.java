package basics.acceptance.target;

import java.net.URI;
import java.util.Map;

/** How requests show who they come from. */
@FunctionalInterface
public interface Caller {

    /** For a service that asks nobody. */
    Caller ANYBODY = (method, url, headers, body) -> Map.of();

    /** Whoever has been given this access token (RFC 6750). */
    static Caller bearing(String token) {
        return (method, url, headers, body) -> Map.of("Authorization", "Bearer " + token);
    }

    /** The headers to send besides those that the request has. */
    Map<String, String> credentials(String method, URI url, Map<String, String> headers, byte[] body);
}
