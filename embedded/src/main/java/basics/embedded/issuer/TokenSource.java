package basics.embedded.issuer;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;

import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.HttpUrl;

/** The tokens of mock-oauth2-server: RS256, with {@code jti}, {@code iat}, {@code nbf} and {@code exp}. */
final class TokenSource {
    static final Duration LIFETIME = Duration.ofHours(1);

    /** Apart, so that nobody waits for these libraries to load before a key or a token is asked for. */
    private static final class Loaded {
        private static final OAuth2TokenProvider PROVIDER = new OAuth2TokenProvider();

        private Loaded() {}
    }

    String keys() {
        return Loaded.PROVIDER.publicJwkSet(LocalIssuer.ID).toString();
    }

    /** A signed token for the client that asks, with all scopes that it asks for. */
    String issue(TokenRequest request, Scope scope, URI issuer, List<String> audience) {
        var claims = new DefaultOAuth2TokenCallback(LocalIssuer.ID, TokenEndpoint.CLIENT, "JWT", audience,
                Map.of("scope", scope.toString()), LIFETIME.toSeconds());
        return Loaded.PROVIDER.accessToken(request, HttpUrl.get(issuer.toString()), claims, null).serialize();
    }
}
