package basics.authorization;

import java.time.InstantSource;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

/** Checks the signature, issuer, audience and other claims of bearer tokens (RFC 7519, RFC 8725). */
final class TokenVerifier {
    /** The two that every issuer supports. Each further algorithm would be one more to attack. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    /** A JWT, or an access token (RFC 9068). Null means no type, which most issuers send. */
    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES = new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null);

    /** The length in bytes of most RSA signatures. */
    private static final int SIGNATURE = 256;

    private final DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
    private final IssuerKeys keys;
    private final Claims claims;
    private final String scopePrefix;

    TokenVerifier(Settings settings, InstantSource clock) {
        keys = new IssuerKeys(settings.jwks(), clock);
        signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        signatures.setJWSTypeVerifier(TYPES);
        signatures.setJWTClaimsSetVerifier(null);
        claims = new Claims(settings, clock);
        scopePrefix = settings.scopePrefix();
    }

    /**
     * Verifies tokens with an empty signature, which fails but loads keys, classes and ciphers before the first
     * decision.
     */
    void prime() {
        try {
            var known = keys.all();
            for (var algorithm : ALGORITHMS) {
                new JWKSelector(JWKMatcher.forJWSHeader(new JWSHeader(algorithm))).select(known).stream()
                        .limit(1)
                        .forEach(key -> refuseUnsigned(algorithm, key.getKeyID()));
            }
        } catch (KeySourceException e) {
            // The first decision asks again, and logs the failure.
        }
    }

    private void refuseUnsigned(JWSAlgorithm algorithm, String keyId) {
        var header = new JWSHeader.Builder(algorithm).keyID(keyId).build().toBase64URL();
        try {
            verify("Bearer " + header + ".e30." + Base64URL.encode(new byte[SIGNATURE]));
        } catch (RuntimeException e) {
            // The refusal is expected. No failure here may keep the function from starting.
        }
    }

    /**
     * Verifies a token.
     *
     * @param authorization the header's value
     * @throws Unauthorized for any fault of the token
     * @throws AuthorizerUnavailable when the issuer's keys can't be read
     */
    Identity verify(@Nullable String authorization) {
        var token = BearerToken.parse(authorization);
        checkHeader(token);
        var verified = checkSignature(token);
        claims.check(verified);
        return new Identity(verified.getSubject(), Scopes.of(verified, scopePrefix));
    }

    private static void checkHeader(SignedJWT token) {
        var header = token.getHeader();
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            throw new Unauthorized(Reason.ALGORITHM);
        }
        try {
            TYPES.verify(header.getType(), null);
        } catch (BadJOSEException e) {
            throw new Unauthorized(Reason.TYPE);
        }
        if (header.getKeyID() == null) {
            throw new Unauthorized(Reason.KEY);
        }
    }

    private JWTClaimsSet checkSignature(SignedJWT token) {
        try {
            return signatures.process(token, null);
        } catch (KeySourceException e) {
            throw new AuthorizerUnavailable(e);
        } catch (BadJWSException e) {
            throw new Unauthorized(Reason.SIGNATURE);
        } catch (BadJWTException e) {
            throw new Unauthorized(Reason.MALFORMED);
        } catch (BadJOSEException | JOSEException e) {
            throw new Unauthorized(Reason.KEY);
        }
    }
}
