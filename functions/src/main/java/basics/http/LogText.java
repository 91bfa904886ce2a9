package basics.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.regex.Pattern;

import basics.values.Sha256;

/** Text from outside, for the log: it neither ends a line nor begins a field, and no email is in it. */
final class LogText {
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:|/-]{1,128}");
    private static final int DIGEST = 6;

    private LogText() {}

    /** The text as it is, or else {@code sha256:} and the first 12 hex digits of its digest: the same for the same. */
    static String of(String text) {
        return HARMLESS.matcher(text).matches()
                ? text
                : "sha256:" + HexFormat.of().formatHex(Sha256.first(DIGEST, text.getBytes(UTF_8)));
    }
}
