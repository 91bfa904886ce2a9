package basics.acceptance.scenario;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import basics.acceptance.api.Exchange;
import basics.acceptance.api.Operation;
import basics.acceptance.api.Request;
import basics.acceptance.tokens.SignIn;

/** Asks for every operation of the contract, whatever it is, to see who is let in. */
public final class Attempts {

    private final Scene scene;
    private final Domains domains;
    private final Map<Operation, Exchange> made = new LinkedHashMap<>();

    public Attempts(Scene scene, Domains domains) {
        this.scene = scene;
        this.domains = domains;
    }

    /** What came of the last round. */
    public Map<Operation, Exchange> made() {
        return made;
    }

    /**
     * A round: each operation once.
     *
     * @param signIn
     *            who asks for it
     * @param held
     *            the scopes that the contract is asked about: what it lets in does no harm, what it refuses would
     */
    public Map<Operation, Exchange> make(Function<Operation, SignIn> signIn, Function<Operation, Set<String>> held) {
        made.clear();
        for (var operation : Operation.all()) {
            scene.signIn(signIn.apply(operation));
            var open = operation.scope().isEmpty() || held.apply(operation).contains(operation.scope().get());
            made.put(operation, scene.send(open ? harmless(operation) : effective(operation)));
        }
        return new LinkedHashMap<>(made);
    }

    /** Without a body, and of what nobody has. */
    private Request harmless(Operation operation) {
        return Request.of(operation.method(), path(operation, Map.of()));
    }

    /** What the contract gives as an example, on what the scenario has made. */
    private Request effective(Operation operation) {
        var query = operation.query().entrySet().stream()
                .map(given -> given.getKey() + '=' + Urls.encoded(given.getValue()))
                .collect(Collectors.joining("&"));
        var path = path(operation, domains.parameters());
        var request = Request.of(operation.method(), query.isEmpty() ? path : path + '?' + query);
        return operation.body().map(scene.names()::own)
                .map(body -> request.withJson(body.getBytes(StandardCharsets.UTF_8))).orElse(request);
    }

    private String path(Operation operation, Map<String, String> known) {
        var path = operation.path();
        for (var parameter : operation.parameters().entrySet()) {
            var value = known.getOrDefault(parameter.getKey(), scene.names().own(parameter.getValue()));
            path = path.replace('{' + parameter.getKey() + '}', Urls.encoded(value));
        }
        return path;
    }

    /** Those that asked for a scope. */
    public List<Exchange> withScope() {
        return made.entrySet().stream().filter(attempt -> attempt.getKey().scope().isPresent()).map(Map.Entry::getValue)
                .toList();
    }
}
