package basics.infra.access;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import basics.infra.contract.Contract;
import basics.infra.settings.Ordered;
import basics.infra.settings.Refusal;

/**
 * The routes that a token's scopes open. A pattern that opens a route may also match routes below it. The policy denies
 * those by name to a token without their scope, since a deny wins.
 */
final class RoutesByScope {

    private final List<RoutePatterns> all;

    private RoutesByScope(Contract contract) {
        all = contract.operations().stream().filter(operation -> operation.scope().isPresent()).map(RoutePatterns::of)
                .toList();
    }

    /**
     * For each scope, {@code allow} lists the routes that it opens, and {@code deny} those that are closed without it.
     * Both are the ends of resources in a policy for {@code execute-api}.
     *
     * @throws Refusal
     *            when two operations require different scopes and no policy can separate them
     */
    static SortedMap<String, Map<String, List<String>>> of(Contract contract) {
        var routes = new RoutesByScope(contract);
        var byScope = new TreeMap<String, Map<String, List<String>>>();
        for (var route : routes.all) {
            var patterns = byScope.computeIfAbsent(scope(route),
                    _ -> Ordered.map(entry("allow", new ArrayList<>()), entry("deny", new ArrayList<>())));
            patterns.getOrDefault("allow", List.of()).addAll(route.allow());
            patterns.getOrDefault("deny", List.of()).addAll(routes.deny(route));
        }
        return byScope;
    }

    /**
     * The patterns to deny. Empty unless the pattern of another scope matches the route, which keeps policies short.
     */
    private List<String> deny(RoutePatterns route) {
        var others = all.stream().filter(other -> !scope(other).equals(scope(route))).toList();
        var reaching = others.stream().filter(other -> other.reaches(route)).toList();
        if (reaching.isEmpty()) {
            return List.of();
        }
        // Denying this route by name would deny values of the other's parameter too, or miss another spelling.
        reaching.stream().filter(other -> other.competesWith(route)).findFirst().ifPresent(other -> {
            throw refusal(route, other);
        });
        others.stream().filter(route::closes).findFirst().ifPresent(other -> {
            throw refusal(route, other);
        });
        return route.deny();
    }

    private static Refusal refusal(RoutePatterns one, RoutePatterns another) {
        return new Refusal(
                "%s (%s) and %s (%s) of openapi.yaml require different scopes, and no policy can separate them:"
                        .formatted(one, scope(one), another, scope(another))
                        + " let both ask for the same scope, or give one a path that doesn't begin like the other's.");
    }

    private static String scope(RoutePatterns route) {
        return route.operation().scope().orElseThrow();
    }
}
