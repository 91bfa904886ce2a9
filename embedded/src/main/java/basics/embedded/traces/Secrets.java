package basics.embedded.traces;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Keeps tokens out of what is kept. */
final class Secrets {
    /** Three parts of Base64url, of which the first two are JSON objects (RFC 7519); also when the end is cut off. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]*(?:\\.[\\w-]*){0,4}");
    private static final Pattern NAMED = Pattern
            .compile("(?i)(\\bbearer[ +]+|\\b(?:access_|id_|refresh_)?token=)[^\\s&\"',;]+");
    private static final String HIDDEN = "[token]";

    private Secrets() {}

    static String hidden(String text) {
        return NAMED.matcher(TOKEN.matcher(text).replaceAll(HIDDEN)).replaceAll("$1" + HIDDEN);
    }

    static String cut(String text, int length) {
        return text.length() <= length
                ? text
                : "%s… (%,d more characters)".formatted(text.substring(0, length), text.length() - length);
    }

    /** The beginning of a body. */
    static String text(byte[] body, int length) {
        var end = Math.min(body.length, length);
        // A character that is cut off is left out.
        while (end < body.length && end > 0 && (body[end] & 0xc0) == 0x80) {
            end--;
        }
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(Arrays.copyOf(body, end))).toString();
            return hidden(text) + (end < body.length ? "… (%,d bytes in all)".formatted(body.length) : "");
        } catch (CharacterCodingException binary) {
            return "%,d bytes that are no text".formatted(body.length);
        }
    }
}
