package basics.authorization;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;

/** Makes tokens from any text, because libraries refuse to make the malformed ones that tests need. */
record TestToken(String header, String claims) {
    static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    static final String SCOPES = "users:read events:read";

    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    /** A valid token. */
    static TestToken of(JWK key) {
        return new TestToken("{\"alg\":\"" + (key instanceof ECKey ? "ES256" : "RS256") + "\",\"kid\":\""
                + key.getKeyID() + "\"}", claims("richard"));
    }

    static String claims(String subject) {
        return "{\"iss\":\"https://issuer.example\",\"aud\":\"dynamodb-basics\",\"sub\":\"" + subject + "\",\"exp\":"
                + NOW.plusSeconds(300).getEpochSecond() + ",\"scope\":\"" + SCOPES + "\"}";
    }

    TestToken withHeader(String json) {
        return new TestToken(json, claims);
    }

    /** The token with one more member in its header. */
    TestToken withHeaderMember(String member) {
        return withHeader(header.substring(0, header.length() - 1) + "," + member + "}");
    }

    TestToken withClaims(String json) {
        return new TestToken(header, json);
    }

    TestToken with(String claim, String oldJson, String newJson) {
        var old = "\"" + claim + "\":" + oldJson;
        if (!claims.contains(old)) {
            throw new IllegalArgumentException(claim);
        }
        return withClaims(claims.replace(old, newJson.isEmpty() ? "\"none\":0" : "\"" + claim + "\":" + newJson));
    }

    /** The token with one more claim. */
    TestToken withClaim(String member) {
        return withClaims(claims.substring(0, claims.length() - 1) + "," + member + "}");
    }

    String signingInput() {
        return encoded(header.getBytes(UTF_8)) + "." + encoded(claims.getBytes(UTF_8));
    }

    static String encoded(byte[] bytes) {
        return BASE64_URL.encodeToString(bytes);
    }

    String signedBy(JWK key) {
        try {
            return key instanceof ECKey ec
                    ? signed(ec.toPrivateKey(), "SHA256withECDSAinP1363Format")
                    : signed(((RSAKey) key).toPrivateKey(), "SHA256withRSA");
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String signed(PrivateKey key, String algorithm) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(signingInput().getBytes(US_ASCII));
            return signedWith(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String signedByHmac(byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return signedWith(mac.doFinal(signingInput().getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String signedWith(byte[] signature) {
        return signingInput() + "." + encoded(signature);
    }
}
