package basics.infra.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import basics.infra.settings.Refusal;
import basics.infra.settings.Settings;

/**
 * The part of {@code openapi.yaml} that defines the infrastructure.
 *
 * @param operations
 *            in the order of the file
 * @param scopes
 *            each scope that a token may have, with its description
 * @param bodyTypes
 *            the media types that request bodies may have, sorted
 * @param heads
 *            the id of the {@code HEAD} operation of each path that has one: the function of its {@code GET} answers it
 */
public record Contract(String version, List<Operation> operations, SortedMap<String, String> scopes,
        List<String> bodyTypes, Map<String, String> heads) {

    /** The name of the security scheme. */
    public static final String TOKEN = "token";

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch", "options");

    public static Contract of(Map<String, Object> openApi) {
        var operations = new ArrayList<Operation>();
        var scopes = scopes(openApi);
        var bodyTypes = new TreeSet<String>();
        Settings.object(openApi.get("paths")).forEach((path, item) -> Settings.object(item).forEach((method, value) -> {
            if (METHODS.contains(method)) {
                var values = Settings.object(value);
                operations.add(operation(path, method, values, scopes));
                bodyTypes.addAll(Settings.object(Settings.object(values.get("requestBody")).get("content")).keySet());
            }
        }));
        return new Contract(String.valueOf(Settings.object(openApi.get("info")).get("version")), operations,
                scopes, List.copyOf(bodyTypes), heads(openApi));
    }

    /** The id of the {@code HEAD} that the function of an operation answers too. */
    public Optional<String> headOf(Operation operation) {
        return operation.method().equals("GET")
                ? Optional.ofNullable(heads.get(operation.path()))
                : Optional.empty();
    }

    /** The methods of a path, in capitals. */
    public List<String> methods(String path) {
        return operations.stream().filter(operation -> operation.path().equals(path)).map(Operation::method).toList();
    }

    /** Only of a path that anyone may read: a scope opens the methods that it is asked for by, and no other. */
    private static Map<String, String> heads(Map<String, Object> openApi) {
        var heads = new TreeMap<String, String>();
        Settings.object(openApi.get("paths")).forEach((path, item) -> {
            var methods = Settings.object(item);
            if (methods.containsKey("head")) {
                if (!isOpen(methods.get("head")) || !isOpen(methods.get("get"))) {
                    throw new Refusal(
                            "HEAD " + path + " of openapi.yaml must go with a GET, and both need security: []."
                                    + " HEAD of what asks for a scope is not supported.");
                }
                heads.put(path, String.valueOf(Settings.object(methods.get("head")).get("operationId")));
            }
        });
        return heads;
    }

    private static boolean isOpen(@Nullable Object operation) {
        return Settings.object(operation).get("security") instanceof List<?> security && security.isEmpty();
    }

    private static Operation operation(String path, String method, Map<String, Object> values,
            SortedMap<String, String> scopes) {
        var id = String.valueOf(values.get("operationId"));
        var tags = (List<?>) values.getOrDefault("tags", List.of());
        return new Operation(id, String.valueOf(tags.getFirst()), method.toUpperCase(Locale.ROOT), path,
                String.valueOf(values.get("summary")), scope(id, values.get("security"), scopes));
    }

    /** The scope of an operation. An operation without {@code security} is a mistake; an open one must declare that. */
    private static Optional<String> scope(String operationId, @Nullable Object security,
            SortedMap<String, String> scopes) {
        if (security instanceof List<?> none && none.isEmpty()) {
            return Optional.empty();
        }
        if (security instanceof List<?> one && one.size() == 1
                && Settings.object(one.getFirst()).get(TOKEN) instanceof List<?> needed && needed.size() == 1
                && needed.getFirst() instanceof String scope && scopes.containsKey(scope)) {
            return Optional.of(scope);
        }
        throw new Refusal(
                "The security of the operation " + operationId + " of openapi.yaml must be [{ token: [scope] }]"
                        + " with " + Settings.oneOf(scopes.keySet()) + ", or [] to let anyone call it.");
    }

    private static SortedMap<String, String> scopes(Map<String, Object> openApi) {
        var value = openApi.get("components");
        for (var name : List.of("securitySchemes", TOKEN, "flows", "clientCredentials", "scopes")) {
            value = Settings.object(value).get(name);
        }
        var scopes = new TreeMap<String, String>();
        Settings.object(value).forEach((scope, description) -> scopes.put(scope, String.valueOf(description)));
        return scopes;
    }
}
