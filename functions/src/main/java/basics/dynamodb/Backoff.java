package basics.dynamodb;

import java.security.SecureRandom;

import basics.http.Problem;

/** The pauses of a write that others keep spoiling: longer each time, and never the same for two of them. */
public final class Backoff {
    private static final int FIRST_MILLIS = 25;
    /** Some 40 writers of one item, at 10 ms each, are done in this time. */
    private static final int LONGEST_MILLIS = 400;

    /** No attempt begins later than this before the function's end: a call whose first answer is lost takes 4 s. */
    private static final int MARGIN_MILLIS = 5_000;

    private Backoff() {}

    /**
     * As {@link #pause(int)}, while there is time for another attempt.
     *
     * @param remainingMillis until Lambda ends the function
     * @throws Problem 503 with this detail when there is not
     */
    public static void pause(int attempts, int remainingMillis, String detail) {
        if (remainingMillis < MARGIN_MILLIS) {
            throw Problem.tryAgain(detail);
        }
        pause(attempts);
    }

    /**
     * Pauses for up to 25 ms after the first attempt, twice as long after each further one, 400 ms at most.
     *
     * @param attempts made so far, 1 or more
     * @throws Problem 503 when the thread is interrupted
     */
    private static void pause(int attempts) {
        var longest = Math.min(LONGEST_MILLIS, (long) FIRST_MILLIS << Math.min(attempts - 1, Byte.SIZE));
        try {
            // Pauses must differ, also in environments restored from one snapshot, which share any other randomness.
            Thread.sleep(new SecureRandom().nextLong(longest) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.tryAgain();
        }
    }
}
