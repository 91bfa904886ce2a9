package basics.infra.api;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

import basics.infra.settings.Environment;
import basics.infra.settings.Ordered;

/**
 * Answers 404 to paths and methods that the contract doesn't have, without asking for a token. API Gateway matches the
 * pair of path and method, and what has no match goes to the greedy path (measured on AWS: ministackorg/ministack#1423).
 * Without these two, what it answers depends on the token that is sent along.
 */
final class UnknownRoute {

    private static final String ANY = "x-amazon-apigateway-any-method";
    private static final String REST = "proxy";

    private UnknownRoute() {}

    /** The paths: a greedy one doesn't match the root. */
    static Map<String, Map<String, Object>> paths(Environment environment) {
        Map<String, Object> anything = Ordered.map(entry("parameters", List.of(Ordered.map(entry("name", REST),
                entry("in", "path"), entry("required", true),
                entry("schema", Ordered.map(entry("type", "string")))))));
        anything.putAll(answer(environment));
        return Ordered.map(entry("/", Ordered.map(entry(ANY, answer(environment)))),
                entry("/{" + REST + "+}", Ordered.map(entry(ANY, anything))));
    }

    private static Map<String, Object> answer(Environment environment) {
        var notFound = GatewayResponse.MISSING_AUTHENTICATION_TOKEN;
        return StaticAnswer.of(notFound.status(), "There is no such path or method.", notFound.headers(environment),
                notFound.problem());
    }
}
