package basics.http;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The environment variables of a function. */
public final class Environment {
    private final Map<String, String> variables;

    public Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    public static Environment ofProcess() {
        return new Environment(System.getenv());
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
        var value = variables.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
