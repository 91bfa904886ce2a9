package basics.acceptance.tokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpServer;

/** An OIDC issuer whose keys are in a test's hands, so that tokens can be made that no honest issuer would give. */
public final class TestIssuer implements Tokens, AutoCloseable {

    /** What the environment {@code local} asks for. */
    static final String AUDIENCE = "dynamodb-basics";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int BITS = 2048;

    private final HttpServer server;
    private final RSAKey key = rsa("2026-2");
    private final ECKey curve = ec("2026-ec");
    private final RSAKey withdrawn = rsa("2026-1");
    private final List<JWK> published = new CopyOnWriteArrayList<>(List.of(key, curve));
    /** The same for everybody with these scopes, as a client keeps its token. */
    private final Map<Set<String>, SignIn> signIns = new ConcurrentHashMap<>();

    private TestIssuer(HttpServer server) {
        this.server = server;
    }

    /** Serves its key set on the loopback interface, at any free port. */
    public static TestIssuer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var issuer = new TestIssuer(server);
            server.createContext("/jwks", exchange -> {
                try (exchange) {
                    var keys = new JWKSet(issuer.published).toPublicJWKSet().toString()
                            .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
                    exchange.sendResponseHeaders(200, keys.length);
                    exchange.getResponseBody().write(keys);
                }
            });
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI issuer() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public URI jwks() {
        return issuer().resolve("/jwks");
    }

    @Override
    public SignIn with(Set<String> scopes) {
        return signIns.computeIfAbsent(Set.copyOf(scopes), asked -> SignIn.bearing(signed(claims(asked).build())));
    }

    /** Signed with the other algorithm that is agreed upon. */
    public SignIn withCurve() {
        return SignIn.bearing(signed(header(JWSAlgorithm.ES256, curve), claims().build().toString(), signer(curve)));
    }

    /** As some issuers write them: a list in place of a text. */
    public SignIn withScopesAsAList() {
        return SignIn.bearing(signed(claims().claim("scope", List.copyOf(ALL_SCOPES)).build()));
    }

    /** Signed with a key that is published from now on, beside the others. */
    public SignIn withNewKey() {
        var fresh = rsa(UUID.randomUUID().toString());
        published.add(fresh);
        return SignIn.bearing(signed(claims().build(), fresh));
    }

    RSAKey key() {
        return key;
    }

    ECKey curve() {
        return curve;
    }

    /** A key that was this issuer's own, and is in its key set no longer. */
    RSAKey withdrawn() {
        return withdrawn;
    }

    /** What is true of a genuine token with all scopes. */
    JWTClaimsSet.Builder claims() {
        return claims(ALL_SCOPES);
    }

    private JWTClaimsSet.Builder claims(Set<String> scopes) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder().issuer(issuer().toString()).audience(AUDIENCE).subject("acceptance-tests")
                .jwtID(UUID.randomUUID().toString()).issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE))).claim("scope", String.join(" ", new TreeSet<>(scopes)));
    }

    /** Signed as this issuer signs. */
    String signed(JWTClaimsSet claims) {
        return signed(claims, key);
    }

    /** Signed with this RSA key under its own id. */
    String signed(JWTClaimsSet claims, RSAKey rsa) {
        return signed(header(JWSAlgorithm.RS256, rsa), claims.toString(), signer(rsa));
    }

    static String signed(JWSHeader header, String payload, JWSSigner signer) {
        try {
            var token = new JWSObject(header, new Payload(payload));
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static JWSHeader header(JWSAlgorithm algorithm, JWK signing) {
        return new JWSHeader.Builder(algorithm).keyID(signing.getKeyID()).build();
    }

    static JWSSigner signer(RSAKey rsa) {
        try {
            return new RSASSASigner(rsa);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static JWSSigner signer(ECKey ec) {
        try {
            return new ECDSASigner(ec);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(BITS).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey ec(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
