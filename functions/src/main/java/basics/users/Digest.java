package basics.users;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The first 8 bytes of a SHA-256: enough to tell apart the few values that one user ever holds at a time. */
final class Digest {
    private static final int BYTES = 8;

    private Digest() {}

    /** A binary attribute value. */
    static AttributeValue of(byte[] text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text);
            return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(Arrays.copyOf(digest, BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
