package basics.acceptance.tokens;

import java.util.Set;

import basics.acceptance.api.Operation;

/** Where the requests of a run get their access tokens from. */
@FunctionalInterface
public interface Tokens {

    /** All that the contract knows. */
    Set<String> ALL_SCOPES = Operation.scopes();

    /** For a service that doesn't look at them. */
    Tokens NOBODY_ASKS = scopes -> SignIn.NONE;

    /** One that somebody has got, with all scopes; there is no other. */
    static Tokens given(String token) {
        return scopes -> {
            if (!scopes.equals(ALL_SCOPES)) {
                throw new IllegalStateException("A token was given, so there is none with just " + scopes);
            }
            return SignIn.bearing(token);
        };
    }

    /** Genuine and valid, with these scopes. */
    SignIn with(Set<String> scopes);
}
