package basics.acceptance.access;

import basics.acceptance.api.Operation;

/** What the features call a scope of the contract: {@code read users} for {@code users:read}. */
final class Right {

    /** Matches one, for Cucumber expressions. */
    static final String WORDS = "(?:read|change|record) [a-z]+";

    private Right() {}

    /**
     * The scope behind the words.
     *
     * @throws IllegalArgumentException
     *             if the contract has none
     */
    static String scope(String words) {
        var parts = words.split(" ", 2);
        var scope = parts[parts.length - 1] + (parts[0].equals("read") ? ":read" : ":write");
        if (!Operation.scopes().contains(scope)) {
            throw new IllegalArgumentException(
                    "'%s' is no right: openapi.yaml has no scope %s, only %s".formatted(words,
                            scope, Operation.scopes()));
        }
        return scope;
    }
}
