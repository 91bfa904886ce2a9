package basics.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The subject and the scopes of a valid token.
 *
 * @param subject {@code sub}
 * @param scopes without the resource server's prefix, as in the routes
 */
record Identity(String subject, Set<String> scopes) {
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:|/-]{1,128}");
    private static final int DIGEST = 6;

    /**
     * The subject for the log, in the same form as the functions log it. A text with an {@code @} is hashed, so that no
     * email is logged.
     */
    String logged() {
        return HARMLESS.matcher(subject).matches() ? subject : "sha256:" + digest();
    }

    private String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
