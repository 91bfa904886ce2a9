package basics.embedded.gateway;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import basics.embedded.lambda.Lambda;
import basics.embedded.lambda.Outcome;
import basics.embedded.platform.Console;

/** Hands a request to the integration behind its route. */
final class Integrator {
    /** A reply, or why there is none. */
    sealed interface Result {
        record Done(Reply reply) implements Result {}

        record Failed(GatewayFailure failure) implements Result {}

        /** A reply to what isn't a request to the API yet: it has no id. */
        record Unnumbered(Reply reply) implements Result {}
    }

    private final Api api;
    private final MediaTypes types;
    private final ProxyEvent events;
    private final Lambda lambda;
    private final Console console;

    Integrator(Api api, Lambda lambda, Console console) {
        this.api = api;
        this.types = new MediaTypes(api.binaryTypes());
        this.events = new ProxyEvent(api);
        this.lambda = lambda;
        this.console = console;
    }

    Result integrate(GatewayRequest request) throws InterruptedException {
        return switch (request.route().integration()) {
            case Mock mock -> mock.answer(request, types, api.variables(request.id(), request.method(),
                    request.path(), request.sourceIp()));
            case Integration.Proxy proxy -> invoke(proxy, request);
        };
    }

    private Result invoke(Integration.Proxy proxy, GatewayRequest request) throws InterruptedException {
        var event = events.of(request);
        if (event.isEmpty()) {
            return new Result.Failed(GatewayFailure.TOO_LARGE);
        }
        var function = proxy.functionArn();
        try {
            return switch (lambda.invoke(function, request.id().toString(), event.get(),
                    request.faults().integrationTimeout(proxy.timeout()),
                    lambda.concerning(function, false, request.faults()))) {
                case Outcome.Answer answer -> reply(request, answer);
                case Outcome.Failure _ -> new Result.Failed(GatewayFailure.BAD_ANSWER);
                case Outcome.NotTaken _ -> new Result.Failed(GatewayFailure.BAD_ANSWER);
            };
        } catch (TimeoutException timeout) {
            return new Result.Failed(GatewayFailure.TIMEOUT);
        } catch (ExecutionException failure) {
            console.line("%s %s".formatted(request.id(), failure.getCause()));
            return new Result.Failed(GatewayFailure.INTERNAL);
        }
    }

    private Result reply(GatewayRequest request, Outcome.Answer answer) {
        var reply = ProxyResponse.read(answer.payload(), types.isBinary(request.header("Accept")));
        if (reply.isEmpty()) {
            console.line("%s %s Malformed Lambda proxy response".formatted(request.route().path(), request.id()));
            return new Result.Failed(GatewayFailure.BAD_ANSWER);
        }
        return new Result.Done(reply.get());
    }
}
