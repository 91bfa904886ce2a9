package basics.http;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The environment variables of a function's process. */
public final class Variables {
    private final Map<String, String> values;

    public Variables(Map<String, String> variables) {
        values = Map.copyOf(variables);
    }

    public static Variables ofProcess() {
        return new Variables(System.getenv());
    }

    /**
     * Whether a snapshot is taken of this environment once it is initialised, for others to be restored from
     * ({@code AWS_LAMBDA_INITIALIZATION_TYPE}: Lambda Developer Guide, "Working with Lambda environment variables").
     */
    public boolean isSnapStart() {
        return "snap-start".equals(optional("AWS_LAMBDA_INITIALIZATION_TYPE"));
    }

    /**
     * The value.
     *
     * @throws IllegalStateException naming the variable that is missing or empty
     */
    public String required(String name) {
        var value = optional(name);
        if (value == null) {
            throw new IllegalStateException("The environment variable " + name + " is not set.");
        }
        return value;
    }

    /** The value, or null when the variable is missing or empty. */
    public @Nullable String optional(String name) {
        var value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
