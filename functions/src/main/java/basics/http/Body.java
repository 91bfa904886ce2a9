package basics.http;

import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The body of a request, not decoded yet.
 *
 * @param mediaType the {@code Content-Type} header, or null if absent
 * @param coding the {@code Content-Encoding} header, or null if absent
 */
record Body(@Nullable String mediaType, @Nullable String coding, @Nullable String text, boolean base64) {
    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "\"utf-8\"", "\"utf8\"");

    /**
     * @param limit in bytes, checked before anything is decoded or parsed
     * @param also a media type accepted besides {@code application/json}, or null
     * @throws Problem 415, 413 or 400
     */
    String json(int limit, @Nullable String also) {
        if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) {
            throw new Problem(415, "Send the body uncompressed, without a Content-Encoding header.");
        }
        if (text == null || text.isEmpty()) {
            throw new Problem(400, "The body is empty. Send a JSON object.");
        }
        if (!isJson(also)) {
            throw new Problem(415, "Send the body as application/json" + (also == null ? "" : " or " + also)
                    + ", in UTF-8 (Content-Type header).");
        }
        var size = base64 ? text.length() / 4L * 3 - 2 : Utf8.length(text);
        if (size > limit) {
            throw tooLarge(limit);
        }
        return base64 ? decoded(text, limit) : text;
    }

    private static String decoded(String text, int limit) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (bytes.length > limit) {
                throw tooLarge(limit);
            }
            return Utf8.decode(bytes);
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw new Problem(400, "The body is not UTF-8.");
        }
    }

    private static Problem tooLarge(int limit) {
        return new Problem(413, "The body may be " + (limit >> 20) + " MiB long.");
    }

    private boolean isJson(@Nullable String also) {
        if (mediaType == null) {
            return false;
        }
        var parts = mediaType.toLowerCase(Locale.ROOT).split(";", -1);
        for (var i = 1; i < parts.length; i++) {
            var parameter = parts[i].strip();
            if (parameter.startsWith("charset=") && !UTF_8.contains(parameter.substring("charset=".length()))) {
                return false;
            }
        }
        var type = parts[0].strip();
        return type.equals("application/json") || type.equals(also);
    }
}
