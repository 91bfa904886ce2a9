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
 * Which routes a token's scopes open. A pattern that opens a route may also match routes below it. Whoever lacks
 * their scope is denied these by name: a deny wins.
 */
final class RoutesByScope {

    private final List<RoutePatterns> all;

    private RoutesByScope(Contract contract) {
        all = contract.operations().stream().filter(operation -> operation.scope().isPresent()).map(RoutePatterns::of)
                .toList();
    }

    /**
     * By scope, {@code allow}: what it opens; {@code deny}: what is closed to whoever lacks it. Both as the resources of a
     * policy for {@code execute-api} end.
     *
     * @throws Refusal
     *             when two operations ask for different scopes and no policy can keep them apart
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

    /** Empty unless the pattern of another scope reaches the route, which is what keeps policies short. */
    private List<String> deny(RoutePatterns route) {
        var others = all.stream().filter(other -> !scope(other).equals(scope(route))).toList();
        var reaching = others.stream().filter(other -> other.reaches(route)).toList();
        if (reaching.isEmpty()) {
            return List.of();
        }
        // Closed by name, it would close values of the other's parameter with it, or be open in another spelling.
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
                "%s (%s) and %s (%s) of openapi.yaml ask for different scopes, and no policy can keep them apart:"
                        .formatted(one, scope(one), another, scope(another))
                        + " let both ask for the same scope, or give one a path that doesn't begin like the other's.");
    }

    private static String scope(RoutePatterns route) {
        return route.operation().scope().orElseThrow();
    }
}
