package basics.embedded.dynamodb;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a PartiQL statement does to which table or index. One that can't be read asks for an action that nobody grants.
 */
record PartiQl(String action, String table, String index) {
    private static final String NAME = "\"?([A-Za-z0-9_.\\-]+?)\"?";
    private static final Pattern STATEMENT = Pattern.compile(
            "\\s*(?:EXISTS\\s*\\(\\s*)?(SELECT\\s.*?\\sFROM|INSERT\\s+INTO|UPDATE|DELETE\\s+FROM)\\s+" + NAME
                    + "(?:\\s*\\.\\s*\"([A-Za-z0-9_.\\-]+)\")?(?:[\\s)].*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static PartiQl parse(String statement) {
        var parts = STATEMENT.matcher(statement);
        if (!parts.matches()) {
            return new PartiQl("PartiQLUnreadable", "*", "");
        }
        var action = switch (parts.group(1).substring(0, 6).toUpperCase(Locale.ROOT)) {
            case "SELECT" -> "PartiQLSelect";
            case "INSERT" -> "PartiQLInsert";
            case "UPDATE" -> "PartiQLUpdate";
            default -> "PartiQLDelete";
        };
        return new PartiQl(action, parts.group(2), orNothing(parts.group(3)));
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }
}
