package basics.acceptance.api;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Heeds a deployed API's rate limit, which many scenarios at once may reach: whoever is answered 429 asks again, as a
 * client should (API Gateway, throttling).
 */
final class RateLimit {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int TRIES = 20;

    private final Duration pause;

    /**
     * With a limit that counts by the second, a second is the time to wait.
     *
     * @param pause
     *            between two tries, where the answer doesn't say how long to wait
     */
    RateLimit(Duration pause) {
        this.pause = pause;
    }

    /** The first answer other than 429, or the last of 20 tries. */
    Response heeded(Supplier<Response> request) {
        var answer = request.get();
        for (var tries = 1; answer.status() == TOO_MANY_REQUESTS && tries < TRIES; tries++) {
            answer = CompletableFuture.supplyAsync(request, later(answer)).join();
        }
        return answer;
    }

    private Executor later(Response answer) {
        var wait = answer.header("Retry-After").map(Long::parseLong).map(Duration::ofSeconds).orElse(pause);
        return CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
}
