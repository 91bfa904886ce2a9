package basics.embedded.platform;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A rate limit as API Gateway has it (Developer Guide, "Throttle requests to your REST APIs"): the bucket holds a burst
 * at most, each request takes a token, and tokens come in at the rate.
 */
public final class TokenBucket {
    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final double rate;
    private final double burst;
    private final LongSupplier clock;
    private double tokens;
    private long filled;

    /** @param clock nanoseconds, from whatever moment */
    TokenBucket(double rate, int burst, LongSupplier clock) {
        this.rate = rate;
        this.burst = burst;
        this.clock = clock;
        this.tokens = burst;
        this.filled = clock.getAsLong();
    }

    /**
     * A full one.
     *
     * @param rate
     *            in requests a second
     * @param burst
     *            how many are let in at once
     */
    public static TokenBucket of(double rate, int burst) {
        return new TokenBucket(rate, burst, System::nanoTime);
    }

    /** Whether one more request is let in now. */
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
