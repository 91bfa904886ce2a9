package basics.embedded.authorizer;

import java.util.Map;

/** Whether a call may go on. */
public sealed interface Verdict {
    /**
     * It may.
     *
     * @param context
     *            what the function is told of its caller
     */
    record Allowed(Map<String, String> context) implements Verdict {}

    record Refused(Reason reason) implements Verdict {}

    /** Why not. */
    enum Reason {
        /** No token, one in another form, or one that the authorizer does not accept. */
        UNAUTHORIZED,
        /** No statement of the policy allows the method. */
        NOT_ALLOWED,
        /** A statement of the policy denies the method. */
        DENIED,
        /** The authorizer could not be asked, or did not answer in time. */
        FAILURE,
        /** The authorizer failed other than by saying "Unauthorized", or what it answered is no policy. */
        MISCONFIGURED
    }
}
