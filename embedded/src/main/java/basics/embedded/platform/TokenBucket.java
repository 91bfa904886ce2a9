package basics.embedded.platform;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A rate limit like API Gateway's (Developer Guide, "Throttle requests to your REST APIs"). The bucket holds a burst at
 * most. Each request takes a token, and tokens arrive at the rate.
 */
public final class TokenBucket {
    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final double rate;
    private final double burst;
    private final LongSupplier clock;
    private double tokens;
    private long filled;

    /** @param clock returns nanoseconds since any fixed moment */
    TokenBucket(double rate, int burst, LongSupplier clock) {
        this.rate = rate;
        this.burst = burst;
        this.clock = clock;
        this.tokens = burst;
        this.filled = clock.getAsLong();
    }

    /**
     * A full bucket.
     *
     * @param rate
     *            in requests a second
     * @param burst
     *            how many requests are accepted at once
     */
    public static TokenBucket of(double rate, int burst) {
        return new TokenBucket(rate, burst, System::nanoTime);
    }

    /** Takes a token. Returns whether the request is accepted. */
    public synchronized boolean take() {
        var now = clock.getAsLong();
        tokens = Math.min(burst, tokens + (now - filled) / SECOND * rate);
        filled = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
