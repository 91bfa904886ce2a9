package basics.acceptance.scenario;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of one segment of a path, or one value of a query (RFC 3986). */
public final class Urls {

    private Urls() {}

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public static String decoded(String segment) {
        // In a path, unlike in a form, a plus sign is a plus sign.
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** A path without the slash at its end, which changes nothing. */
    public static String plain(String path) {
        return path.replaceFirst("(?<=.)/$", "");
    }
}
