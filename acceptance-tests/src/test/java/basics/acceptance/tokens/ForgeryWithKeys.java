package basics.acceptance.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;

/**
 * Tokens that only a test can make: with the issuer's own key and claims that don't hold, or with keys that play on how a
 * verifier finds the issuer's. Each is known by its name in the features.
 */
public final class ForgeryWithKeys {

    /** Somebody else's. */
    private static final RSAKey FOREIGN = TestIssuer.rsa("foreign");
    private static final Map<String, Function<TestIssuer, String>> BY_NAME = new LinkedHashMap<>();

    static {
        claims("that has expired", claims -> claims.expirationTime(in(Duration.ofMinutes(-10))));
        claims("that expired long ago", claims -> claims.expirationTime(in(Duration.ofDays(-400))));
        claims("that never expires", claims -> claims.expirationTime(null));
        claims("that expires in words", claims -> claims.claim("exp", "tomorrow"));
        claims("that is not valid yet", claims -> claims.notBeforeTime(in(Duration.ofMinutes(10))));
        claims("of another issuer", claims -> claims.issuer("https://issuer.example.com"));
        issued("of the issuer with a slash at the end",
                issuer -> issuer.signed(issuer.claims().issuer(issuer.issuer() + "/").build()));
        claims("of no issuer", claims -> claims.issuer(null));
        claims("for another audience", claims -> claims.audience("another-service"));
        claims("for an audience that begins like ours",
                claims -> claims.audience(TestIssuer.AUDIENCE + ".example.com"));
        claims("for no audience", claims -> claims.audience((String) null));
        claims("of no subject", claims -> claims.subject(null));
        claims("of an empty subject", claims -> claims.subject(""));
        claims("that is an ID token", claims -> claims.claim("token_use", "id"));

        keyed("signed with a foreign key under the issuer's key id", "2026-2");
        keyed("with an unknown key id", "nobody");
        keyed("whose key id is a path", "../../../../../../dev/null");
        keyed("whose key id is a query", "' UNION SELECT 'secret' --");
        keyed("whose key id is an address", "http://127.0.0.1:9/jwks");
        keyed("whose key id has 3,000 letters", "k".repeat(3_000));
        issued("signed with a foreign key and no key id", issuer -> foreign(issuer, header(JWSAlgorithm.RS256)));
        issued("that brings its own key",
                issuer -> foreign(issuer, header(JWSAlgorithm.RS256).keyID("foreign").jwk(FOREIGN.toPublicJWK())));
        issued("that says where its keys are", issuer -> foreign(issuer,
                header(JWSAlgorithm.RS256).keyID("foreign").jwkURL(issuer.issuer().resolve("/foreign"))));
        issued("that says where its certificate is", issuer -> foreign(issuer, header(JWSAlgorithm.RS256)
                .keyID("foreign").x509CertURL(URI.create("https://issuer.example.com/certificate"))));
        issued("with a key that was withdrawn",
                issuer -> issuer.signed(issuer.claims().build(), issuer.withdrawn()));

        hmac("HS256 with the public key as PEM", key -> pem(key).getBytes(UTF_8));
        hmac("HS256 with the public key as DER", ForgeryWithKeys::der);
        hmac("HS256 with the public key as JWK", key -> key.toPublicJWK().toJSONString().getBytes(UTF_8));
        hmac("HS256 with the modulus of the public key", key -> key.getModulus().decode());
        signed("RS512", JWSAlgorithm.RS512);
        signed("PS256", JWSAlgorithm.PS256);
        issued("that says ES256 and is signed with RSA", ForgeryWithKeys::mislabelled);
        issued("that asks for what nobody understands", issuer -> own(issuer,
                header(JWSAlgorithm.RS256).keyID(issuer.key().getKeyID()).criticalParams(Set.of("x-admin"))
                        .customParam("x-admin", true)));
        issued("whose type is another one", issuer -> own(issuer,
                header(JWSAlgorithm.RS256).keyID(issuer.key().getKeyID()).type(new JOSEObjectType("secevent+jwt"))));
    }

    private ForgeryWithKeys() {}

    /** What the name says, made with this issuer's keys. */
    public static SignIn of(String name, TestIssuer issuer) {
        var forgery = BY_NAME.get(name);
        if (forgery == null) {
            throw new IllegalArgumentException("No forged token is known as one " + name);
        }
        return SignIn.bearing(forgery.apply(issuer));
    }

    private static void issued(String name, Function<TestIssuer, String> token) {
        BY_NAME.put(name, token);
    }

    /** Signed by the issuer, with claims that don't hold. */
    private static void claims(String name, Consumer<JWTClaimsSet.Builder> change) {
        issued(name, issuer -> {
            var claims = issuer.claims();
            change.accept(claims);
            return issuer.signed(claims.build());
        });
    }

    /** Signed with a foreign key under this id. */
    private static void keyed(String name, String keyId) {
        issued(name, issuer -> foreign(issuer, header(JWSAlgorithm.RS256).keyID(keyId)));
    }

    /** Signed with what everybody knows, in the hope that it is taken for a shared secret. */
    private static void hmac(String name, Function<RSAKey, byte[]> secret) {
        issued(name, issuer -> {
            try {
                var signer = new MACSigner(secret.apply(issuer.key()));
                return TestIssuer.signed(TestIssuer.header(JWSAlgorithm.HS256, issuer.key()),
                        issuer.claims().build().toString(), signer);
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Signed by the issuer's own key with an algorithm that is not agreed upon. */
    private static void signed(String name, JWSAlgorithm algorithm) {
        issued(name, issuer -> TestIssuer.signed(TestIssuer.header(algorithm, issuer.key()),
                issuer.claims().build().toString(), TestIssuer.signer(issuer.key())));
    }

    private static String mislabelled(TestIssuer issuer) {
        var token = issuer.signed(issuer.claims().build());
        var header = "{\"alg\":\"ES256\",\"kid\":\"%s\"}".formatted(issuer.curve().getKeyID());
        return Base64URL.encode(header) + token.substring(token.indexOf('.'));
    }

    private static String foreign(TestIssuer issuer, JWSHeader.Builder header) {
        return TestIssuer.signed(header.build(), issuer.claims().build().toString(), TestIssuer.signer(FOREIGN));
    }

    /** With the issuer's own key, under a header that should not be taken. */
    private static String own(TestIssuer issuer, JWSHeader.Builder header) {
        return TestIssuer.signed(header.build(), issuer.claims().build().toString(), TestIssuer.signer(issuer.key()));
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm);
    }

    private static byte[] der(RSAKey key) {
        try {
            return key.toPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(RSAKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der(key))
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static Date in(Duration duration) {
        return Date.from(Instant.now().plus(duration));
    }
}
