package basics.infra;

import java.util.Locale;

/**
 * One operation of {@code openapi.yaml}: one route, one function, one handler class.
 *
 * @param method
 *            the HTTP method, in capitals
 */
record Operation(String id, String tag, String method, String path, String summary) {

    /** {@code createUser} of the tag {@code users} is handled by {@code basics.users.CreateUser}. */
    String handler() {
        return "basics." + tag + '.' + title();
    }

    String title() {
        return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    }
}
