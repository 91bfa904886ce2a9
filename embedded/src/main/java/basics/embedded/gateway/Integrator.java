package basics.embedded.gateway;

import basics.embedded.lambda.Lambda;
import basics.embedded.lambda.Outcome;
import basics.embedded.platform.Console;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Hands a request to the integration behind its route. */
final class Integrator {
    /** A reply, or why there is none. */
    sealed interface Result {
        record Done(Reply reply) implements Result {}

        record Failed(GatewayFailure failure) implements Result {}
    }

    private final MediaTypes types;
    private final ProxyEvent events;
    private final Lambda lambda;
    private final Console console;

    Integrator(Api api, Lambda lambda, Console console) {
        this.types = new MediaTypes(api.binaryTypes());
        this.events = new ProxyEvent(api);
        this.lambda = lambda;
        this.console = console;
    }

    Result integrate(GatewayRequest request) throws InterruptedException {
        return switch (request.route().integration()) {
            case Integration.Mock mock -> new Result.Done(mock.reply());
            case Integration.Proxy proxy -> invoke(proxy, request);
        };
    }

    private Result invoke(Integration.Proxy proxy, GatewayRequest request) throws InterruptedException {
        var event = events.of(request);
        if (event.isEmpty()) {
            return new Result.Failed(GatewayFailure.TOO_LARGE);
        }
        try {
            return switch (lambda.invoke(proxy.functionArn(), request.id().toString(), event.get(), proxy.timeout())) {
                case Outcome.Answer answer -> reply(request, answer);
                case Outcome.Failure _,Outcome.NotTaken _ -> new Result.Failed(GatewayFailure.BAD_ANSWER);
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
