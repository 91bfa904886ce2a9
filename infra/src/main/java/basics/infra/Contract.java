package basics.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code openapi.yaml} says, as far as the infrastructure follows from it.
 *
 * @param operations
 *            in the order of the file
 */
record Contract(String version, List<Operation> operations) {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch", "head", "options");

    static Contract of(Map<String, Object> openApi) {
        var operations = new ArrayList<Operation>();
        Settings.object(openApi.get("paths")).forEach((path, item) -> Settings.object(item).forEach((method, value) -> {
            if (METHODS.contains(method)) {
                operations.add(operation(path, method, Settings.object(value)));
            }
        }));
        return new Contract(String.valueOf(Settings.object(openApi.get("info")).get("version")), operations);
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
