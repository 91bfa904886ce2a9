package basics.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** An OpenAPI document, with references resolved. */
public final class Contract {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final Map<?, ?> document;

    private Contract(Map<?, ?> document) {
        this.document = document;
    }

    static Contract parse(String yaml) {
        return new Contract(map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml)));
    }

    public static Contract read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /** All operations, in the order of the document. */
    public List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        map(document.get("paths")).forEach((path, item) -> map(item).forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                operations.add(new Operation(this, path.toString(), map(item), map(operation)));
            }
        }));
        return operations;
    }

    /** The object itself, or the one that its {@code $ref} refers to. */
    Map<?, ?> resolved(@Nullable Object value) {
        var object = map(value);
        if (!object.containsKey("$ref")) {
            return object;
        }
        @Nullable
        Object target = document;
        for (var name : String.valueOf(object.get("$ref")).substring("#/".length()).split("/", -1)) {
            target = map(target).get(name);
        }
        return resolved(target);
    }

    /** What a parameter has in the request that its function is primed with. */
    Optional<Object> primingValue(Map<?, ?> parameter) {
        return Boolean.TRUE.equals(parameter.get("required"))
                ? example(parameter)
                : Optional.ofNullable(parameter.get("x-priming"));
    }

    /** The first example of a parameter, a media type or a schema. */
    Optional<Object> example(@Nullable Object value) {
        var object = resolved(value);
        if (object.containsKey("example")) {
            return Optional.ofNullable(object.get("example"));
        }
        var examples = map(object.get("examples")).values().stream().findFirst();
        if (examples.isPresent()) {
            return Optional.ofNullable(resolved(examples.get()).get("value"));
        }
        return object.containsKey("schema") ? example(object.get("schema")) : Optional.empty();
    }

    /** An object of the document, empty if absent. */
    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
