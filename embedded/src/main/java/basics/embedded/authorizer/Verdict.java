package basics.embedded.authorizer;

import java.util.Map;

/** The decision on a call. */
public sealed interface Verdict {
    /**
     * The call may go on.
     *
     * @param context
     *            the authorizer's context, which is passed to the function
     */
    record Allowed(Map<String, String> context) implements Verdict {}

    record Refused(Reason reason) implements Verdict {}

    /** Why a call is refused. */
    enum Reason {
        /** The token is missing, malformed or rejected by the authorizer. */
        UNAUTHORIZED,
        /** No statement of the policy allows the method. */
        NOT_ALLOWED,
        /** A statement of the policy denies the method. */
        DENIED,
        /** The authorizer could not be called, or timed out. */
        FAILURE,
        /** The authorizer failed with another message than "Unauthorized", or its answer is not a policy. */
        MISCONFIGURED
    }
}
