package basics.embedded;

import basics.embedded.caches.AotCache;
import basics.embedded.caches.AotTraining;
import basics.embedded.dynamodb.AccessLog;
import basics.embedded.dynamodb.Callers;
import basics.embedded.dynamodb.DynamoDb;
import basics.embedded.dynamodb.OwnersAccess;
import basics.embedded.faults.Door;
import basics.embedded.gateway.Gateway;
import basics.embedded.iam.Access;
import basics.embedded.iam.Roles;
import basics.embedded.issuer.LocalIssuer;
import basics.embedded.lambda.Functions;
import basics.embedded.lambda.Lambda;
import basics.embedded.lambda.LambdaFunction;
import basics.embedded.platform.StartException;
import basics.embedded.template.Stack;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;

/** A stack that runs on this machine. Several may run at once, also in one JVM, each with data of its own. */
public final class Embedded implements AutoCloseable {
    /** The template's parameters for the issuer, and the functions' variable for the audience of its tokens. */
    private static final String ISSUER = "Issuer";
    private static final String JWKS = "JwksUri";
    private static final String AUDIENCE = "AUDIENCE";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final List<LambdaFunction> functions;
    private final Gateway gateway;
    private final Map<String, String> outputs;
    private final AccessLog accessLog;
    private final Optional<Door> door;
    private final OwnersAccess owner;

    private Embedded(Settings settings) {
        try {
            var issuer = Optional.ofNullable(settings.issuer());
            var local = issuer.isEmpty() && Stack.declares(settings.assembly(), ISSUER)
                    ? Optional.of(opened(LocalIssuer.open()))
                    : Optional.<LocalIssuer>empty();
            var stack = Stack.read(settings.assembly(),
                    issuer.or(() -> local.map(own -> new Issuer(own.issuer(), own.jwks())))
                            .map(Embedded::parameters).orElse(Map.of()));
            functions = Functions.of(stack, Roles.of(stack));
            var callers = new Callers();
            var dynamoDb = opened(DynamoDb.start(stack, settings.data(), settings.dynamoDbPort(), callers,
                    settings.console()));
            owner = dynamoDb.admitOwner();
            var lambda = opened(
                    new Lambda(functions, callers, dynamoDb.endpoint(), settings.environments(), settings.idle(),
                            settings.console()));
            door = settings.faults() ? Optional.of(opened(Door.open(names(functions), lambda::end))) : Optional.empty();
            gateway = opened(Gateway.open(stack, lambda, settings.port(), settings.console(),
                    served -> door.map(open -> open.before(served)).orElse(served),
                    local.map(own -> own.tokenEndpoint(audience())).stream().toArray(Handler[]::new)));
            if (settings.aot() != null) {
                var caches = new AotCache(settings.aot());
                lambda.startWith(caches);
                opened(AotTraining.start(caches, functions,
                        trainees -> DynamoDb.start(stack, trainees, line -> {}),
                        settings.console()));
            }
            outputs = gateway.local(stack.outputs());
            accessLog = dynamoDb.accessLog();
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /**
     * Starts all parts; functions start with their first request.
     *
     * @throws StartException
     *             when the template can't be served as it is; nothing is left running then
     */
    public static Embedded start(Settings settings) {
        return new Embedded(settings);
    }

    /** Where the API answers, without its stage, as behind a domain name of one's own. */
    public URI apiUrl() {
        return gateway.url();
    }

    /** Where it answers too, with the stage, as behind API Gateway's own names. */
    public URI stageUrl() {
        return gateway.stageUrl();
    }

    /** The stack's outputs, with the address of this gateway in the place of the one on AWS. */
    public Map<String, String> outputs() {
        return outputs;
    }

    /** How this machine's owner gets at the tables. */
    public OwnersAccess owner() {
        return owner;
    }

    public AccessLog accessLog() {
        return accessLog;
    }

    /** Where tests order faults; empty unless {@link Settings#withFaults()} has asked for it. */
    public Optional<URI> door() {
        return door.map(Door::url);
    }

    /**
     * What the role of each function allows it in DynamoDB, by the function's physical name, as the policies write it: to
     * be compared with {@link AccessLog#used()}.
     */
    public Map<String, Set<Access>> grants() {
        return functions.stream()
                .collect(Collectors.toMap(LambdaFunction::name, function -> function.role().grants("dynamodb"),
                        // A version has the role of its function.
                        (grants, _) -> grants));
    }

    private static Set<String> names(List<LambdaFunction> functions) {
        return functions.stream().map(LambdaFunction::shortName).collect(Collectors.toSet());
    }

    private static Map<String, String> parameters(Issuer issuer) {
        return Map.of(ISSUER, issuer.issuer().toString(), JWKS, issuer.jwks().toString());
    }

    /** The one that a function wants in tokens; empty when none says so. */
    private String audience() {
        return functions.stream().map(function -> function.variables().getOrDefault(AUDIENCE, ""))
                .filter(audience -> !audience.isEmpty()).findFirst().orElse("");
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                throw new IllegalStateException("A part does not stop", failure);
            }
        }
    }
}
