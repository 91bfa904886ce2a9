package basics.embedded.gateway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the method for a request: a literal segment before a parameter, a parameter before a greedy one. */
final class Routes {
    /** A route with the values of its path parameters, still percent-encoded. */
    record Match(Route route, Map<String, String> parameters) {}

    private static final String ANY = "ANY";
    private final List<Route> routes;

    Routes(List<Route> routes) {
        this.routes = routes.stream().sorted(Comparator.comparing(Routes::order)).toList();
    }

    List<Route> all() {
        return routes;
    }

    /**
     * The method of the best path that matches.
     *
     * @param path
     *            as the client sent it, so that an encoded slash stays inside its segment
     */
    Optional<Match> match(String method, String path) {
        var segments = path.startsWith("/") ? List.of(path.substring(1).split("/", -1)) : List.<String>of();
        var matches = new ArrayList<Match>();
        for (var route : routes) {
            var parameters = parameters(route.segments(), segments);
            if (parameters != null) {
                matches.add(new Match(route, parameters));
            }
        }
        var best = matches.isEmpty() ? "" : matches.getFirst().route().path();
        return matches.stream().filter(match -> match.route().path().equals(best))
                .filter(match -> match.route().method().equals(method) || match.route().method().equals(ANY))
                .min(Comparator.comparing(match -> match.route().method().equals(ANY)));
    }

    private static @Nullable Map<String, String> parameters(List<String> pattern, List<String> segments) {
        var values = new LinkedHashMap<String, String>();
        for (var i = 0; i < pattern.size(); i++) {
            var part = pattern.get(i);
            if (i >= segments.size()) {
                return null;
            }
            if (part.endsWith("+}")) {
                values.put(part.substring(1, part.length() - 2),
                        String.join("/", segments.subList(i, segments.size())));
                return values;
            }
            var segment = segments.get(i);
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
