package basics.infra.contract;

import java.util.Locale;
import java.util.Optional;

/**
 * One operation of {@code openapi.yaml}: one route, one function, one handler class.
 *
 * @param method
 *            the HTTP method, in capitals
 * @param scope
 *            the scope that a caller's token must have; empty for an operation that anyone may call
 */
public record Operation(String id, String tag, String method, String path, String summary,
        Optional<String> scope) {

    /** The handler's class. For {@code createUser} of the tag {@code users} it is {@code basics.users.CreateUser}. */
    public String handler() {
        return "basics." + tag + '.' + title();
    }

    /** The path in ARNs of {@code execute-api}, where a parameter is a wildcard. */
    public String arnPath() {
        return path.replaceAll("\\{[^}]*}", "*");
    }

    public String title() {
        return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    }
}
