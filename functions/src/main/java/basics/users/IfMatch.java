package basics.users;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import basics.http.Errors;

/**
 * The versions to which a change may apply (RFC 9110, 13.1.1). The comparison is strong, so weak tags never match.
 *
 * @param any whether every version matches
 */
record IfMatch(boolean any, List<Version> versions) {
    private static final IfMatch ANY = new IfMatch(true, List.of());
    /** Far more than a client needs, and few enough for DynamoDB's longest expression (4 KB). */
    private static final int MOST = 50;

    /** @param header the value of {@code If-Match}, or null if absent, which matches every version */
    static IfMatch parse(@Nullable String header, Errors errors) {
        if (header == null || header.strip().equals("*")) {
            return ANY;
        }
        var versions = new ArrayList<Version>();
        var position = 0;
        var tags = 0;
        while (position < header.length()) {
            var c = header.charAt(position);
            if (c == ' ' || c == '\t' || c == ',') {
                position++;
                continue;
            }
            var weak = header.startsWith("W/", position);
            var start = position + (weak ? 3 : 1);
            var end = header.indexOf('"', start);
            if (header.charAt(Math.min(start - 1, header.length() - 1)) != '"' || end < 0
                    || !isTag(header.substring(start, end)) || !isEndOfElement(header, end + 1)) {
                return malformed(errors);
            }
            var version = weak ? null : Version.parse(header.substring(start, end));
            if (version != null) {
                versions.add(version);
            }
            position = end + 1;
            tags++;
        }
        if (tags > MOST) {
            return refuse("must have at most " + MOST + " entity tags", errors);
        }
        return tags == 0 ? malformed(errors) : new IfMatch(false, versions);
    }

    private static boolean isTag(String text) {
        return text.chars().allMatch(c -> c >= 0x21 && c != 0x7f);
    }

    private static boolean isEndOfElement(String header, int position) {
        var next = position;
        while (next < header.length() && (header.charAt(next) == ' ' || header.charAt(next) == '\t')) {
            next++;
        }
        return next == header.length() || header.charAt(next) == ',';
    }

    private static IfMatch malformed(Errors errors) {
        return refuse("must be *, or entity tags as they come in ETag, such as \"1-5905c1b6a7f6d\"", errors);
    }

    private static IfMatch refuse(String detail, Errors errors) {
        errors.in("If-Match", detail);
        return ANY;
    }

    boolean matches(Version version) {
        return any || versions.stream().anyMatch(wanted -> wanted.matches(version));
    }

    /** The condition that an item is at one of the versions. Not for {@link #any}. */
    String condition(Expression expression) {
        if (versions.isEmpty()) {
            // None of the tags can be a version, so no existing item may fulfil the condition.
            return "attribute_not_exists(" + expression.name(User.EMAIL) + ")";
        }
        var conditions = versions.stream().map(version -> version.condition(expression)).toList();
        // DynamoDB refuses redundant parentheses.
        return conditions.size() == 1 ? conditions.getFirst() : "(" + String.join(" OR ", conditions) + ")";
    }
}
