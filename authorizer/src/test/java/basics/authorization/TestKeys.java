package basics.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** Real keys, generated once for all tests. */
final class TestKeys {
    static final RSAKey RSA = rsa("rsa-1", KeyUse.SIGNATURE);
    static final RSAKey ROTATED = rsa("rsa-2", KeyUse.SIGNATURE);
    static final RSAKey ENCRYPTION = rsa("rsa-enc", KeyUse.ENCRYPTION);
    static final RSAKey STRANGER = rsa("rsa-1", KeyUse.SIGNATURE);
    static final ECKey EC = ec("ec-1", Curve.P_256);
    static final ECKey P_384 = ec("ec-384", Curve.P_384);

    private TestKeys() {}

    private static RSAKey rsa(String id, KeyUse use) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).keyUse(use).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey ec(String id, Curve curve) {
        try {
            return new ECKeyGenerator(curve).keyID(id).keyUse(KeyUse.SIGNATURE).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
