package basics.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * What {@code openapi.yaml} says, as far as the infrastructure follows from it.
 *
 * @param operations
 *            in the order of the file
 * @param bodyTypes
 *            the media types that request bodies may have, sorted
 */
record Contract(String version, List<Operation> operations, List<String> bodyTypes) {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch", "head", "options");

    static Contract of(Map<String, Object> openApi) {
        var operations = new ArrayList<Operation>();
        var bodyTypes = new TreeSet<String>();
        Settings.object(openApi.get("paths")).forEach((path, item) -> Settings.object(item).forEach((method, value) -> {
            if (METHODS.contains(method)) {
                var values = Settings.object(value);
                operations.add(operation(path, method, values));
                bodyTypes.addAll(Settings.object(Settings.object(values.get("requestBody")).get("content")).keySet());
            }
        }));
        return new Contract(String.valueOf(Settings.object(openApi.get("info")).get("version")), operations,
                List.copyOf(bodyTypes));
    }

    /** The methods of a path, in capitals. */
    List<String> methods(String path) {
        return operations.stream().filter(operation -> operation.path().equals(path)).map(Operation::method).toList();
    }

    private static Operation operation(String path, String method, Map<String, Object> values) {
        var tags = (List<?>) values.getOrDefault("tags", List.of());
        return new Operation(String.valueOf(values.get("operationId")), String.valueOf(tags.getFirst()),
                method.toUpperCase(Locale.ROOT), path, String.valueOf(values.get("summary")));
    }
}
