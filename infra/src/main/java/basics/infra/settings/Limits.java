package basics.infra.settings;

import java.util.Optional;
import java.util.SortedMap;

/**
 * How many requests an environment accepts. API Gateway counts by method, so a limit of the stage applies to each
 * method separately (Developer Guide, "Throttle requests to your REST APIs").
 *
 * @param requestsPerSecond
 *            steady rate of requests that each operation accepts; above it callers get a 429
 * @param burst
 *            requests that each operation accepts at once, however low the rate was before
 * @param operationsPerSecond
 *            lower rates of single operations, by their ids; each accepts a second's worth at once
 * @param maxConcurrency
 *            how many requests each function handles at a time, reserved from the account's concurrency
 */
public record Limits(int requestsPerSecond, int burst, SortedMap<String, Integer> operationsPerSecond,
        Optional<Integer> maxConcurrency) {

    /** An account's quota, unless AWS has raised it (API Gateway quotas). */
    private static final int MOST_PER_SECOND = 10_000;
    private static final int LARGEST_BURST = 5_000;
    /** An account's concurrency before AWS raises it, less the 100 that can't be reserved (Lambda quotas). */
    private static final int MOST_RESERVED = 900;

    static Limits of(Settings settings) {
        var requestsPerSecond = settings.number("requestsPerSecond", 1, MOST_PER_SECOND);
        return new Limits(requestsPerSecond, settings.number("burst", 1, LARGEST_BURST),
                settings.numbers("operationsPerSecond", 1, Math.min(requestsPerSecond, LARGEST_BURST)),
                settings.optionalNumber("maxConcurrency", 1, MOST_RESERVED));
    }
}
