package basics.acceptance.access;

import java.util.Set;

import basics.acceptance.api.Run;
import basics.acceptance.scenario.Scene;
import basics.acceptance.target.Target;
import basics.acceptance.tokens.Forgery;
import basics.acceptance.tokens.ForgeryWithKeys;
import basics.acceptance.tokens.SignIn;
import basics.acceptance.tokens.Tokens;
import io.cucumber.java.en.Given;

/** Access tokens as they go over the wire. */
public final class TokenSteps {

    private final Scene scene;
    private final Target target = Run.current().target();

    public TokenSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("there is no token")
    public void thereIsNoToken() {
        scene.signIn(SignIn.NONE);
    }

    @Given("^the token has the scopes? (.+)$")
    public void theTokenHasTheScopes(String scopes) {
        scene.signIn(target.tokens().with(Set.of(scopes.split(" "))));
    }

    @Given("^the token is a genuine one (.+)$")
    public void theTokenIsAGenuineOne(String altered) {
        scene.signIn(Forgery.of(altered, genuine()));
    }

    @Given("^the token is one (.+)$")
    public void theTokenIsOne(String made) {
        scene.signIn(ForgeryWithKeys.of(made, target.issuer()));
    }

    @Given("the token is sent with the scheme {string}")
    public void theTokenIsSentWithTheScheme(String scheme) {
        scene.signIn(new SignIn(genuine().authorization().map(value -> value.replaceFirst("\\S+", scheme))));
    }

    @Given("the token is sent with two blanks after the scheme")
    public void theTokenIsSentWithTwoBlanks() {
        scene.signIn(new SignIn(genuine().authorization().map(value -> value.replaceFirst(" ", "  "))));
    }

    @Given("the token has its scopes as a list")
    public void theTokenHasItsScopesAsAList() {
        scene.signIn(target.issuer().withScopesAsAList());
    }

    @Given("the token is signed with ES256")
    public void theTokenIsSignedWithEs256() {
        scene.signIn(target.issuer().withCurve());
    }

    @Given("the token is signed with a key that the issuer has just published")
    public void theTokenIsSignedWithANewKey() {
        scene.signIn(target.issuer().withNewKey());
    }

    private SignIn genuine() {
        return target.tokens().with(Tokens.ALL_SCOPES);
    }
}
