package basics.acceptance.tokens;

import java.util.Optional;

/**
 * How a request shows who it comes from: the value of {@code Authorization}, or none. Its text is never shown: whoever
 * reads a report of a run should not get in with it.
 */
public record SignIn(Optional<String> authorization) {

    public static final SignIn NONE = new SignIn(Optional.empty());

    /** As whoever has been given this access token (RFC 6750, section 2.1). */
    public static SignIn bearing(String token) {
        return new SignIn(Optional.of("Bearer " + token));
    }

    @Override
    public String toString() {
        return authorization.isPresent() ? "signed in" : "not signed in";
    }
}
