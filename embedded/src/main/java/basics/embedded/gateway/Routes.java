package basics.embedded.gateway;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Finds the method for a request: of all paths that match and have the method or {@code ANY}, the most exact one. A path
 * that lacks the method is passed over for a less exact one (measured on AWS: ministackorg/ministack#1423). A literal
 * segment is more exact than a parameter, a parameter more than a greedy one.
 */
final class Routes {
    /** A route with the values of its path parameters, still percent-encoded. */
    record Match(Route route, Map<String, String> parameters) {}

    private static final String ANY = "ANY";
    private final List<Route> routes;

    Routes(List<Route> routes) {
        this.routes = routes.stream().sorted(Comparator.comparing(Routes::order)
                .thenComparing(route -> route.method().equals(ANY))).toList();
    }

    List<Route> all() {
        return routes;
    }

    /**
     * The method of the best path that has it.
     *
     * @param path
     *            as the client sent it, so that an encoded slash stays inside its segment
     */
    Optional<Match> match(String method, String path) {
        var segments = path.startsWith("/") ? List.of(path.substring(1).split("/", -1)) : List.<String>of();
        for (var route : routes) {
            if (route.method().equals(method) || route.method().equals(ANY)) {
                var parameters = parameters(route.segments(), segments);
                if (parameters != null) {
                    return Optional.of(new Match(route, parameters));
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable Map<String, String> parameters(List<String> pattern, List<String> segments) {
        var values = new LinkedHashMap<String, String>();
        for (var i = 0; i < pattern.size(); i++) {
            var part = pattern.get(i);
            if (i >= segments.size()) {
                return null;
            }
            var segment = segments.get(i);
            if (part.endsWith("+}")) {
                values.put(part.substring(1, part.length() - 2),
                        String.join("/", segments.subList(i, segments.size())));
                return segment.isEmpty() ? null : values;
            }
            if (part.startsWith("{")) {
                if (segment.isEmpty()) {
                    return null;
                }
                values.put(part.substring(1, part.length() - 1), segment);
            } else if (!part.equals(segment)) {
                return null;
            }
        }
        return pattern.size() == segments.size() ? values : null;
    }

    /** Sorts literals (0) before parameters (1) before greedy parameters (2), segment by segment. */
    private static String order(Route route) {
        var order = new StringBuilder();
        route.segments().forEach(part -> order.append(part.endsWith("+}") ? '2' : part.startsWith("{") ? '1' : '0'));
        return order + route.path();
    }
}
