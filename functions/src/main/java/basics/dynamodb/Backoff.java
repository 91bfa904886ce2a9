package basics.dynamodb;

import java.security.SecureRandom;

import basics.http.Problem;

/** Pauses between the retries of a write that conflicts with other writers: exponential, with jitter. */
public final class Backoff {
    private static final int FIRST_MILLIS = 25;
    /** About 40 concurrent writers of one item, at 10 ms each, finish in this time. */
    private static final int LONGEST_MILLIS = 400;

    /** No retry starts with less time than this left to the function. A call whose first response is lost takes 4 s. */
    private static final int MARGIN_MILLIS = 5_000;

    private Backoff() {}

    /**
     * As {@link #pause(int)}, provided that the function has time for another attempt.
     *
     * @param remainingMillis until the function times out
     * @throws Problem 503 with this detail when it has not
     */
    public static void pause(int attempts, int remainingMillis, String detail) {
        requireTime(remainingMillis, detail);
        pause(attempts);
    }

    /**
     * Refuses to begin another call with too little time.
     *
     * @param remainingMillis until the function times out
     * @throws Problem 503 with this detail when less than 5 s are left
     */
    public static void requireTime(int remainingMillis, String detail) {
        if (remainingMillis < MARGIN_MILLIS) {
            throw Problem.tryAgain(detail);
        }
    }

    /**
     * Pauses for a random time: up to 25 ms after the first attempt, twice as long after each further one, 400 ms at
     * most.
     *
     * @param attempts made so far, 1 or more
     * @throws Problem 503 when the thread is interrupted
     */
    private static void pause(int attempts) {
        var longest = Math.min(LONGEST_MILLIS, (long) FIRST_MILLIS << Math.min(attempts - 1, Byte.SIZE));
        try {
            // Environments restored from one SnapStart snapshot share the state of any other random generator.
            Thread.sleep(new SecureRandom().nextLong(longest) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.tryAgain();
        }
    }
}
