package basics.users;

import basics.values.Sha256;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The first 8 bytes of a SHA-256. They suffice, because one user holds only a few of these values at a time. */
final class Digest {
    private static final int BYTES = 8;

    private Digest() {}

    /** A binary attribute value. */
    static AttributeValue of(byte[] text) {
        return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(Sha256.first(BYTES, text)));
    }
}
