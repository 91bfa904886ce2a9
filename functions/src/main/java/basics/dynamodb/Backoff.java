package basics.dynamodb;

import java.security.SecureRandom;

import basics.http.Problem;

/** The pauses of a write that others keep spoiling: longer each time, and never the same for two of them. */
public final class Backoff {
    private static final int FIRST_MILLIS = 25;
    /** Some 40 writers of one item, at 10 ms each, are done in this time. */
    private static final int LONGEST_MILLIS = 400;

    private Backoff() {}

    /**
     * Pauses for up to 25 ms after the first attempt, twice as long after each further one, 400 ms at most.
     *
     * @param attempts made so far, 1 or more
     * @throws Problem 503 when the thread is interrupted
     */
    public static void pause(int attempts) {
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
