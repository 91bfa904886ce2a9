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
     * Whether Lambda takes a SnapStart snapshot of this execution environment after its initialisation
     * ({@code AWS_LAMBDA_INITIALIZATION_TYPE}: Lambda Developer Guide, "Working with Lambda environment variables").
     */
    public boolean isSnapStart() {
        return "snap-start".equals(optional("AWS_LAMBDA_INITIALIZATION_TYPE"));
    }

    /**
     * The value of a variable.
     *
     * @throws IllegalStateException with the name of a variable that is missing or empty
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
