package basics.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who a valid token is of, and what it allows.
 *
 * @param subject {@code sub}
 * @param scopes as the routes name them, without the resource server's prefix
 */
record Identity(String subject, Set<String> scopes) {
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:|/-]{1,128}");
    private static final int DIGEST = 6;

    /** The subject for the log, the same text as the functions log: no email, as one has an {@code @}. */
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
