package basics.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Decodes path parameters strictly. Bytes that are not UTF-8 are refused, never replaced by U+FFFD. */
final class PathParameter {
    private static final char REPLACEMENT = '\uFFFD';

    private PathParameter() {}

    /**
     * Decodes a value once. API Gateway's REST APIs pass parameters still escaped, as captured events show, while other
     * gateways decode them. No gateway decodes the path itself. So a value is still escaped if the path contains it
     * between two slashes, and decoded otherwise.
     *
     * @param path of the request, with or without a slash at its end
     * @throws Problem 400 with the parameter's name, for malformed escapes, malformed UTF-8 or a NUL character
     */
    static String decode(String name, String value, String path) {
        var asSent = ('/' + path + '/').contains('/' + value + '/');
        var decoded = asSent ? decoded(value) : isReplaced(value, path) ? null : value;
        if (decoded == null || decoded.indexOf('\0') >= 0 || !Utf8.isWellFormed(decoded)) {
            var errors = new Errors();
            errors.in(name, "must be percent-encoded UTF-8 without a NUL character");
            throw errors.problem(400, "The path can't be decoded.");
        }
        return decoded;
    }

    private static @Nullable String decoded(String segment) {
        var encoded = segment.getBytes(UTF_8);
        var bytes = new ByteArrayOutputStream(encoded.length);
        for (var i = 0; i < encoded.length; i++) {
            if (encoded[i] != '%') {
                bytes.write(encoded[i]);
            } else if (i + 2 < encoded.length && HexFormat.isHexDigit(encoded[i + 1])
                    && HexFormat.isHexDigit(encoded[i + 2])) {
                bytes.write(HexFormat.fromHexDigit(encoded[i + 1]) << 4 | HexFormat.fromHexDigit(encoded[i + 2]));
                i += 2;
            } else {
                return null;
            }
        }
        try {
            return Utf8.decode(bytes.toByteArray());
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Whether a gateway has replaced bytes that it couldn't decode by U+FFFD. */
    private static boolean isReplaced(String value, String path) {
        return value.indexOf(REPLACEMENT) >= 0 && path.indexOf(REPLACEMENT) < 0
                && !path.toUpperCase(Locale.ROOT).contains("%EF%BF%BD");
    }
}
