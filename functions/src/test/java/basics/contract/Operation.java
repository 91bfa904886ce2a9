package basics.contract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** An operation of the contract. */
public record Operation(Contract contract, String path, Map<?, ?> pathItem, Map<?, ?> declaration) {

    public String id() {
        return Objects.requireNonNull(declaration.get("operationId")).toString();
    }

    /** The operation's domain, which is also the name of its handler's package. */
    public String tag() {
        return Contract.list(declaration.get("tags")).getFirst().toString();
    }

    /** The simple name of its handler's class. */
    public String title() {
        return id().substring(0, 1).toUpperCase(Locale.ROOT) + id().substring(1);
    }

    /** Whether the operation needs a token. */
    public boolean isSecured() {
        return !Contract.list(declaration.get("security")).isEmpty();
    }

    /** Its parameters, those of its path included. */
    Stream<Map<?, ?>> parameters() {
        return Stream.of(pathItem, declaration).flatMap(part -> Contract.list(part.get("parameters")).stream())
                .map(contract::resolved);
    }

    /** The names of its parameters in a place: {@code path}, {@code query} or {@code header}. */
    public List<String> parameters(String place) {
        return parameters().filter(parameter -> place.equals(parameter.get("in")))
                .map(parameter -> String.valueOf(parameter.get("name"))).toList();
    }

    /** The media types of its body, empty without a body. */
    Map<?, ?> content() {
        return Contract.map(contract.resolved(declaration.get("requestBody")).get("content"));
    }

    @Override
    public String toString() {
        return id();
    }
}
