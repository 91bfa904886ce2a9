package basics.acceptance.access;

import java.util.Map;
import java.util.Set;

import basics.acceptance.api.Run;
import basics.acceptance.scenario.Scene;
import basics.acceptance.target.Target;
import basics.acceptance.tokens.Forgery;
import basics.acceptance.tokens.ForgeryWithKeys;
import basics.acceptance.tokens.SignIn;
import basics.acceptance.tokens.Tokens;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;

/** Who asks: signed in or not, and with which rights. */
public final class AccessSteps {

    /** Sign-ins that look genuine at first sight, by what the features call them. */
    private static final Map<String, String> INVALID = Map.of("has expired", "that has expired", "is not valid yet",
            "that is not valid yet", "comes from somewhere else", "of another issuer", "is for another service",
            "for another audience", "was signed with a withdrawn key", "with a key that was withdrawn");

    private final Scene scene;
    private final Target target = Run.current().target();

    public AccessSteps(Scene scene) {
        this.scene = scene;
    }

    /** What somebody may do, as one scope of the contract. */
    @ParameterType(Right.WORDS)
    public Set<String> right(String words) {
        return Set.of(Right.scope(words));
    }

    @Given("{person} has not signed in")
    public void hasNotSignedIn(String person) {
        scene.signIn(SignIn.NONE);
    }

    @Given("{person} may only {right}")
    public void mayOnly(String person, Set<String> scopes) {
        scene.signIn(target.tokens().with(scopes));
    }

    @Given("{person} may do nothing here")
    public void mayDoNothingHere(String person) {
        scene.signIn(target.tokens().with(Set.of()));
    }

    @Given("{person} has altered her/his sign-in")
    public void hasAlteredTheSignIn(String person) {
        scene.signIn(Forgery.of("of another subject", target.tokens().with(Tokens.ALL_SCOPES)));
    }

    @Given("^[A-Z][a-z]+'s sign-in (has expired|is .*|comes .*|was signed .*)$")
    public void isInvalid(String how) {
        scene.signIn(ForgeryWithKeys.of(INVALID.getOrDefault(how, how), target.issuer()));
    }
}
