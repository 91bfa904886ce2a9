package basics.values;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** An email address in lower case. */
public record Email(String address) {
    private static final int LONGEST = 254; // RFC 5321, 4.5.3.1.3: a path of 256 with its angle brackets
    private static final int LONGEST_LOCAL_PART = 64; // RFC 5321, 4.5.3.1.1
    private static final int LONGEST_LABEL = 63; // RFC 1035, 2.3.4
    /** The error for any other text. */
    public static final String RULE = "must be an ASCII email address such as ada@example.com";
    private static final String ATOM = "!#$%&'*+-/=?^_`{|}~"; // besides letters and digits: RFC 5322, 3.2.3

    /**
     * The address, or null if it is malformed. It must be a dot-atom, an {@code @}, and a host name of two or more
     * labels. The last label must not consist of digits only, as in an IPv4 address (RFC 1123, 2.1; RFC 3696, 2).
     */
    public static @Nullable Email parse(String text) {
        var at = text.indexOf('@');
        if (text.length() > LONGEST || at < 1 || at > LONGEST_LOCAL_PART) {
            return null;
        }
        var domain = text.substring(at + 1);
        if (!isDotAtom(text.substring(0, at)) || !isHostName(domain)) {
            return null;
        }
        return new Email(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isDotAtom(String local) {
        for (var atom : local.split("\\.", -1)) {
            if (atom.isEmpty() || !atom.chars().allMatch(c -> isLetterOrDigit(c) || ATOM.indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHostName(String domain) {
        var labels = domain.split("\\.", -1);
        for (var label : labels) {
            if (label.isEmpty() || label.length() > LONGEST_LABEL || label.startsWith("-") || label.endsWith("-")
                    || !label.chars().allMatch(c -> isLetterOrDigit(c) || c == '-')) {
                return false;
            }
        }
        return labels.length >= 2 && !labels[labels.length - 1].chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
