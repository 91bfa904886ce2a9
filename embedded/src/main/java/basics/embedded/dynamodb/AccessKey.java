package basics.embedded.dynamodb;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * Credentials, guessed by nobody: of a function's role session, made afresh at each start, or of the owner.
 *
 * @param sessionToken
 *            empty for the owner's, which belong to no session
 */
public record AccessKey(String id, String secret, String sessionToken) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static AccessKey fresh() {
        var random = new SecureRandom();
        return new AccessKey("ASIA" + letters(random, 16), letters(random, 40), letters(random, 64));
    }

    /** New ones without an end, as a user has them. */
    static AccessKey lasting() {
        var random = new SecureRandom();
        return new AccessKey("AKIA" + letters(random, 16), letters(random, 40), "");
    }

    private static String letters(SecureRandom random, int count) {
        return random.ints(count, 0, LETTERS.length()).mapToObj(index -> LETTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
