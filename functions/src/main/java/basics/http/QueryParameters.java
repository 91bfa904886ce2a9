package basics.http;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The query parameters of a request. Faults go to the errors; a faulty parameter has its default value. */
public final class QueryParameters {
    private static final int DEFAULT_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 1000;

    private final Map<String, List<String>> values;
    private final Errors errors;

    QueryParameters(Map<String, List<String>> values, Errors errors, List<String> known) {
        this.values = values;
        this.errors = errors;
        values.forEach((name, given) -> {
            if (!known.contains(name)) {
                errors.in(Utf8.isWellFormed(name) ? name : "?", "is not a parameter of this operation");
            } else if (given.size() > 1) {
                errors.in(name, "must be given once");
            }
        });
    }

    /** The value, or null when the parameter is absent. */
    public @Nullable String get(String name) {
        var given = values.get(name);
        return given == null || given.isEmpty() ? null : given.getFirst();
    }

    /** {@code limit}, the most items on a page: 1 to 1000, by default 100. */
    public int limit() {
        var text = get("limit");
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        var limit = text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            errors.in("limit", "must be a whole number from 1 to " + HIGHEST_LIMIT);
        }
        return limit;
    }

    /** One of two words; {@code usual} is the default. */
    public String oneOf(String name, String usual, String other) {
        var text = get(name);
        if (other.equals(text)) {
            return other;
        }
        if (text != null && !text.equals(usual)) {
            errors.in(name, "must be " + usual + " or " + other);
        }
        return usual;
    }

    /** {@code true} or {@code false}; the default is {@code false}. */
    public boolean isTrue(String name) {
        return oneOf(name, "false", "true").equals("true");
    }
}
