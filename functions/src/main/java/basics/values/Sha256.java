package basics.values;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A truncated SHA-256 (FIPS 180-4), where a whole digest is longer than necessary. */
public final class Sha256 {
    private Sha256() {}

    /**
     * The first bytes of a digest.
     *
     * @param length in bytes, 1 to 32
     * @param parts the input, in parts that are concatenated
     */
    public static byte[] first(int length, byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return Arrays.copyOf(digest.digest(), length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
