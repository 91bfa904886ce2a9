package basics.embedded.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** RFC 3986 percent-encoding, read strictly: a broken escape or bytes that are not UTF-8 have no value. */
final class PercentEncoding {
    private PercentEncoding() {}

    /** A plus sign is itself, as in a path. */
    static Optional<String> decode(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == '%') {
                var high = digit(text, i + 1);
                var low = digit(text, i + 2);
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else if (character > 0x7e || character < 0x20) {
                return Optional.empty();
            } else {
                bytes.write(character);
            }
        }
        return utf8(bytes.toByteArray());
    }

    /** A plus sign is a space, as in a query. */
    static Optional<String> decodeQuery(String text) {
        return decode(text.replace('+', ' '));
    }

    private static int digit(String text, int index) {
        return index < text.length() ? Character.digit(text.charAt(index), 16) : -1;
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
