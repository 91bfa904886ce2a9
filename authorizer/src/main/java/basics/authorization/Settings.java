package basics.authorization;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.nimbusds.jose.util.JSONObjectUtils;

/**
 * The trusted issuer, and the routes of its scopes.
 *
 * @param issuer the exact value of {@code iss}
 * @param audience a required value of {@code aud}, or null if the scopes' prefix replaces it
 * @param scopePrefix the resource server's prefix, with which Amazon Cognito qualifies scopes; empty for none
 * @param routes the routes of each scope
 */
record Settings(String issuer, URL jwks, @Nullable String audience, String scopePrefix,
        Map<String, Routes> routes) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Reads the settings from the environment variables of the function.
     *
     * @param variables {@code ISSUER}, {@code JWKS_URI}, {@code AUDIENCE} or {@code SCOPE_PREFIX} or both, and
     *            {@code ROUTES}, a JSON object: by scope, {@code {"allow": ["GET/users/*"], "deny": []}}
     * @throws IllegalStateException with the name of a missing or malformed variable
     */
    static Settings of(Map<String, String> variables) {
        var audience = variables.getOrDefault("AUDIENCE", "");
        var prefix = variables.getOrDefault("SCOPE_PREFIX", "");
        if (audience.isEmpty() && prefix.isEmpty()) {
            throw new IllegalStateException("One of AUDIENCE and SCOPE_PREFIX must be set.");
        }
        return new Settings(required(variables, "ISSUER"), jwks(required(variables, "JWKS_URI")),
                audience.isEmpty() ? null : audience, prefix, routes(required(variables, "ROUTES")));
    }

    private static String required(Map<String, String> variables, String name) {
        var value = variables.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalStateException("The environment variable " + name + " is not set.");
        }
        return value;
    }

    /** Requires HTTPS, because anyone who can change the keys in transit can sign any token. */
    private static URL jwks(String text) {
        var uri = URI.create(text);
        var safe = "https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost()));
        if (!safe) {
            throw new IllegalStateException("JWKS_URI must be https, or http on the loopback interface.");
        }
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("JWKS_URI is not a URL.", e);
        }
    }

    private static Map<String, Routes> routes(String json) {
        try {
            var parsed = JSONObjectUtils.parse(json);
            var routes = new LinkedHashMap<String, Routes>();
            for (var scope : parsed.keySet()) {
                var given = JSONObjectUtils.getJSONObject(parsed, scope);
                if (given == null) {
                    throw new ParseException(scope, 0);
                }
                routes.put(scope, new Routes(patterns(given, "allow"), patterns(given, "deny")));
            }
            return routes;
        } catch (ParseException e) {
            throw new IllegalStateException(
                    "ROUTES must be a JSON object with routes to allow and deny for each scope.", e);
        }
    }

    private static List<String> patterns(Map<String, Object> routes, String effect) throws ParseException {
        var list = JSONObjectUtils.getStringList(routes, effect);
        if (list == null || list.contains(null)) {
            throw new ParseException(effect, 0);
        }
        return List.copyOf(list);
    }
}
