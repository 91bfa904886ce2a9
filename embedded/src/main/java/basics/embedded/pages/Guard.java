package basics.embedded.pages;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.jetty.server.Request;

/**
 * Whether a request comes from this machine, under a name that only this machine has. Any other name may be a page of
 * somebody else's that has its name lead here (DNS rebinding).
 */
final class Guard {
    /** With any port, as a container's may be forwarded from another. */
    private static final Pattern LOOPBACK = Pattern.compile("(?i)(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    /** Fetch Metadata: a page of our own, or a person who enters an address. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    /** An answer that is no page. */
    record Refusal(int status, String reason) {}

    private Guard() {}

    static Optional<Refusal> refuse(Request request) {
        if (!isHere(request)) {
            return Optional.of(new Refusal(403, "These pages are for the machine that serves them."));
        }
        if (!hasLoopbackName(request)) {
            return Optional.of(new Refusal(421, "These pages answer to http://localhost only."));
        }
        if (!METHODS.contains(request.getMethod())) {
            return Optional.of(new Refusal(405, "These pages are to be read: GET or HEAD."));
        }
        return Optional.empty();
    }

    /** Whether the page of another site asks for data. Such a request carries no right to read, and gets no answer either. */
    static Optional<Refusal> refuseOtherSites(Request request) {
        var site = request.getHeaders().get("Sec-Fetch-Site");
        return site == null || OWN_SITES.contains(site)
                ? Optional.empty()
                : Optional.of(new Refusal(403, "Only these pages may ask for their data."));
    }

    private static boolean isHere(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer
                && Optional.ofNullable(peer.getAddress()).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static boolean hasLoopbackName(Request request) {
        var names = request.getHeaders().getValuesList("Host");
        return names.size() == 1 && LOOPBACK.matcher(names.getFirst()).matches();
    }
}
