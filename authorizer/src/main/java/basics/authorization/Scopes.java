package basics.authorization;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.nimbusds.jwt.JWTClaimsSet;

/**
 * The scopes of a token: the claim {@code scope}, or {@code scp} if that is absent. A text separates them by spaces
 * (RFC 8693, 4.2). Some issuers send a list with one scope per element.
 */
final class Scopes {
    private Scopes() {}

    /**
     * The scopes without the prefix. Scopes of other resource servers are left out.
     *
     * @throws Unauthorized when a prefix is required and no scope has it: the token is for another resource server
     */
    static Set<String> of(JWTClaimsSet claims, String prefix) {
        var scopes = new LinkedHashSet<String>();
        for (var scope : texts(isGiven(claims.getClaim("scope")) ? claims.getClaim("scope") : claims.getClaim("scp"))) {
            if (scope.startsWith(prefix)) {
                scopes.add(scope.substring(prefix.length()));
            }
        }
        if (scopes.isEmpty() && !prefix.isEmpty()) {
            throw new Unauthorized(Reason.AUDIENCE);
        }
        return scopes;
    }

    private static boolean isGiven(@Nullable Object claim) {
        return claim instanceof String || claim instanceof List<?>;
    }

    private static List<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case String text -> List.of(text.split(" "));
            case List<?> list -> list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
            case null, default -> List.of();
        };
    }
}
