package basics.embedded.issuer;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Lets pages of this machine read an answer, whatever port they come from, and no others (Fetch Standard, CORS protocol).
 */
final class LoopbackPages {
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    /** In seconds; the address stays what it is for as long as the service runs. */
    private static final String MAX_AGE = "7200";

    private LoopbackPages() {}

    /** Lets the page that asks read the answer. */
    static void admit(HttpFields request, HttpFields.Mutable answer) {
        answer.add(HttpHeader.VARY, "Origin");
        origin(request).ifPresent(origin -> answer.put("Access-Control-Allow-Origin", origin));
    }

    /** Says in an answer to a preflight what such a page may send. */
    static void allow(HttpFields request, HttpFields.Mutable answer) {
        admit(request, answer);
        if (origin(request).isPresent()) {
            answer.put("Access-Control-Allow-Methods", "POST");
            answer.put("Access-Control-Allow-Headers", "Authorization, Content-Type");
            answer.put("Access-Control-Max-Age", MAX_AGE);
        }
    }

    private static Optional<String> origin(HttpFields request) {
        return Optional.ofNullable(request.get("Origin")).filter(LoopbackPages::isLoopback);
    }

    private static boolean isLoopback(String origin) {
        try {
            var host = URI.create(origin).getHost();
            return host != null && HOSTS.contains(host);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
