package basics.authorization;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.nimbusds.jwt.JWTClaimsSet;

/**
 * The scopes of a token: {@code scope}, or {@code scp} without one. As a text they are parted by spaces (RFC 8693, 4.2); some
 * issuers send a list, whose elements are a scope each.
 */
final class Scopes {
    private Scopes() {}

    /**
     * The scopes without the prefix; those of other resource servers are left out.
     *
     * @throws Unauthorized when a prefix is wanted and no scope has it: the token was made for somebody else
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
