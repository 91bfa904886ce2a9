package basics.embedded.gateway;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import basics.embedded.authorizer.Authorization;
import basics.embedded.lambda.Lambda;
import basics.embedded.lambda.LambdaFunction;
import basics.embedded.platform.Console;
import basics.embedded.platform.StartException;
import basics.embedded.template.Stack;
import basics.embedded.traces.Traces;

/** An API that the gateway can serve. */
public final class ServedApi {
    private final Api api;
    private final GatewayHandler handler;
    private final Refusals refusals;

    private ServedApi(Api api, GatewayHandler handler) {
        this.api = api;
        this.handler = handler;
        this.refusals = new Refusals(api.responses());
    }

    /**
     * Reads and checks the API of a stack.
     *
     * @param functions
     *            those of the stack, which its routes may invoke
     * @throws StartException
     *             when it can't be served
     */
    public static ServedApi of(Stack stack, Collection<LambdaFunction> functions, Lambda lambda, Traces traces,
            Console console) {
        var api = Api.read(stack);
        var arns = functions.stream().flatMap(function -> function.arns().stream()).collect(Collectors.toSet());
        new Permissions(stack).check(api, arns::contains);
        return new ServedApi(api, new GatewayHandler(api, new Authorization(lambda, console),
                new Integrator(api, lambda, console), traces));
    }

    /** The names of its routes, such as {@code GET /things}. */
    public Set<String> routes() {
        return api.routes().all().stream().map(Throttling::name).collect(Collectors.toCollection(TreeSet::new));
    }

    Api api() {
        return api;
    }

    GatewayHandler handler() {
        return handler;
    }

    Refusals refusals() {
        return refusals;
    }
}
