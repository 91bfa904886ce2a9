package basics.infra.access;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import basics.infra.contract.Operation;

/**
 * An operation's route in the patterns of a policy for {@code execute-api}: {@code GET/users/*}. A policy sees the path
 * of a request, not the operation that API Gateway chose for it. Its {@code *} matches slashes too (API Gateway
 * Developer Guide, "Input to an API Gateway Lambda authorizer"; IAM User Guide, "IAM JSON policy elements: Resource").
 *
 * @param segments
 *            the method and the segments of the path; a parameter is a {@code *}
 */
record RoutePatterns(Operation operation, List<String> segments) {

    private static final String ANY = "*";
    /** Stands for a parameter's value. It equals no literal and needs no encoding. */
    private static final String SOME_VALUE = "\u0001";

    static RoutePatterns of(Operation operation) {
        return new RoutePatterns(operation, List.of((operation.method() + operation.arnPath()).split("/")));
    }

    /** The patterns that open the route. API Gateway ignores a slash at the end, but the path keeps it. */
    List<String> allow() {
        return segments.getLast().equals(ANY) ? List.of(pattern()) : List.of(pattern(), pattern() + '/');
    }

    /**
     * The patterns that close the route in every spelling: with a slash at the end, or with a literal after a parameter
     * percent-encoded from any of its letters on. A value at the end has at least one character. Without one, the slash
     * before it would be the slash at the end of another route.
     */
    List<String> deny() {
        var patterns = new ArrayList<String>();
        if (segments.getLast().equals(ANY)) {
            patterns.add(pattern().replaceFirst("\\*$", "?*"));
        } else {
            patterns.addAll(allow());
        }
        for (var i = segments.indexOf(ANY) + 1; i > 0 && i < segments.size(); i++) {
            var literal = segments.get(i);
            var before = String.join("/", segments.subList(0, i)) + '/';
            for (var plain = 0; plain < literal.length() && !literal.equals(ANY); plain++) {
                patterns.add(before + literal.substring(0, plain) + "%*");
            }
        }
        return patterns;
    }

    /** Whether a pattern that opens this route also matches a request of another route. */
    boolean reaches(RoutePatterns other) {
        var withSlash = new ArrayList<>(other.segments);
        withSlash.add("");
        return reaches(segments, other.segments) || reaches(segments, withSlash);
    }

    /** Whether the first differing segment is a literal in one route and a parameter in the other. */
    boolean competesWith(RoutePatterns other) {
        for (var i = 0; i < Math.min(segments.size(), other.segments.size()); i++) {
            var one = segments.get(i);
            var another = other.segments.get(i);
            if (!one.equals(another)) {
                return one.equals(ANY) || another.equals(ANY);
            }
        }
        return false;
    }

    /** Whether closing this route also closes another one, for any values of its parameters. */
    boolean closes(RoutePatterns other) {
        var request = other.pattern().replace(ANY, SOME_VALUE);
        return deny().stream().map(RoutePatterns::regex)
                .anyMatch(pattern -> pattern.matcher(request).matches() || pattern.matcher(request + '/').matches());
    }

    @Override
    public String toString() {
        return operation.method() + ' ' + operation.path();
    }

    private String pattern() {
        return String.join("/", segments);
    }

    /** A wildcard of a pattern matches one or more segments. A parameter of a path is exactly one segment. */
    private static boolean reaches(List<String> pattern, List<String> path) {
        if (pattern.isEmpty() || path.isEmpty()) {
            return pattern.isEmpty() && path.isEmpty();
        }
        var rest = pattern.subList(1, pattern.size());
        if (pattern.getFirst().equals(ANY)) {
            for (var taken = 1; taken <= path.size(); taken++) {
                if (reaches(rest, path.subList(taken, path.size()))) {
                    return true;
                }
            }
            return false;
        }
        return (path.getFirst().equals(ANY) || path.getFirst().equals(pattern.getFirst()))
                && reaches(rest, path.subList(1, path.size()));
    }

    private static Pattern regex(String pattern) {
        return Pattern.compile(pattern.chars().mapToObj(letter -> switch (letter) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(letter));
        }).collect(Collectors.joining()));
    }
}
