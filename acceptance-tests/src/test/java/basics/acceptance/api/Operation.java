package basics.acceptance.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;

/**
 * An operation of {@code openapi.yaml}, as far as it takes to ask for it.
 *
 * @param domain
 *            its tag
 * @param path
 *            with its parameters in braces
 * @param scope
 *            that a token needs; none when anybody may ask
 * @param parameters
 *            an example of each parameter of the path
 * @param query
 *            an example of each parameter of the query that must be given
 * @param body
 *            an example of the body, as JSON; none when there is no body
 * @param answers
 *            the statuses that it documents
 */
public record Operation(String id, String domain, String method, String path, String summary,
        Optional<String> scope, Map<String, String> parameters,
        Map<String, String> query, Optional<String> body, Set<String> answers) {

    /** All of the contract, in its order. */
    public static List<Operation> all() {
        return OfContract.ALL;
    }

    /** All scopes that an operation asks for. */
    public static Set<String> scopes() {
        return OfContract.SCOPES;
    }

    /** What its scope is a right to, such as {@code events}: operations with several tags may share one. */
    public Optional<String> scopeDomain() {
        return scope.map(name -> name.replaceFirst(":.*", ""));
    }

    /** Read once, whoever asks first. */
    private static final class OfContract {
        private static final OpenAPI CONTRACT = Conformance.contract();
        private static final List<Operation> ALL = operations();
        private static final Set<String> SCOPES = ALL.stream().flatMap(operation -> operation.scope().stream())
                .collect(Collectors.toUnmodifiableSet());

        private static List<Operation> operations() {
            var operations = new ArrayList<Operation>();
            CONTRACT.getPaths().forEach((path, item) -> item.readOperationsMap()
                    .forEach((method, operation) -> operations.add(operation(path, method, operation))));
            return List.copyOf(operations);
        }

        private static Operation operation(String path, PathItem.HttpMethod method,
                io.swagger.v3.oas.models.Operation operation) {
            return new Operation(operation.getOperationId(), operation.getTags().getFirst(), method.name(), path,
                    operation.getSummary(),
                    scope(operation), examples("path", operation), examples("query", operation),
                    body(operation.getRequestBody()), Set.copyOf(operation.getResponses().keySet()));
        }

        private static Map<String, String> examples(String in, io.swagger.v3.oas.models.Operation operation) {
            var examples = new LinkedHashMap<String, String>();
            Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                    .filter(parameter -> parameter.getIn().equals(in))
                    .filter(parameter -> Boolean.TRUE.equals(parameter.getRequired()))
                    .forEach(parameter -> examples.put(parameter.getName(), String.valueOf(parameter.getExample())));
            return examples;
        }

        private static Optional<String> scope(io.swagger.v3.oas.models.Operation operation) {
            return operation.getSecurity().stream().flatMap(needed -> needed.values().stream()).flatMap(List::stream)
                    .findFirst();
        }

        private static Optional<String> body(RequestBody body) {
            return Optional.ofNullable(body).map(RequestBody::getContent)
                    .map(content -> content.get("application/json"))
                    .map(MediaType::getExamples).flatMap(examples -> examples.values().stream().findFirst())
                    .map(example -> String.valueOf(example.getValue()));
        }
    }
}
