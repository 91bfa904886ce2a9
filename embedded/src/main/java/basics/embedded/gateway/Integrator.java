package basics.embedded.gateway;

import basics.embedded.lambda.Lambda;
import basics.embedded.lambda.Outcome;
import basics.embedded.platform.Console;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hands a request to the integration behind its route. */
final class Integrator {
    /** Lambda Developer Guide, "Lambda quotas": the 6 MB of a synchronous request. */
    private static final int LARGEST_EVENT = 6 * 1024 * 1024;

    /** A reply, or why there is none. */
    sealed interface Result {
        record Done(Reply reply) implements Result {}

        record Failed(GatewayFailure failure) implements Result {}
    }

    private final MediaTypes types;
    private final ProxyEvent events;
    private final Lambda lambda;
    private final Console console;
    private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();

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
        if (event.length > LARGEST_EVENT) {
            return new Result.Failed(GatewayFailure.TOO_LARGE);
        }
        // The function goes on after an integration timeout, as on AWS, so the wait is the gateway's own.
        var outcome = new CompletableFuture<Outcome>();
        invocations.execute(() -> complete(outcome, proxy, request, event));
        try {
            return switch (outcome.get(proxy.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
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

    private void complete(CompletableFuture<Outcome> outcome, Integration.Proxy proxy, GatewayRequest request,
            byte[] event) {
        try {
            outcome.complete(lambda.invoke(proxy.functionArn(), request.id().toString(), event));
        } catch (InterruptedException | RuntimeException failure) {
            outcome.completeExceptionally(failure);
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
