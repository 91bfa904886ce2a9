package basics.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.nimbusds.jose.JOSEException;

/** Tokens that the issuer never made. All of them fail in the same way, and none reaches the log. */
class ForgedTokenTest {
    private final TestIssuer issuer = new TestIssuer(TestKeys.RSA, TestKeys.EC, TestKeys.P_384, TestKeys.ENCRYPTION);
    private final TestIssuer attacker = new TestIssuer(TestKeys.STRANGER);
    private final Question question = new Question(issuer.jwks());

    @AfterEach
    void close() {
        issuer.close();
        attacker.close();
    }

    private static TestToken token() {
        return TestToken.of(TestKeys.RSA);
    }

    private static TestToken header(String json) {
        return token().withHeader(json);
    }

    private static String rsa(TestToken token) {
        return token.signedBy(TestKeys.RSA);
    }

    static Stream<Arguments> keys() throws JOSEException {
        var der = TestKeys.RSA.toPublicKey().getEncoded();
        var pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
        var hmac = header("{\"alg\":\"HS256\",\"kid\":\"rsa-1\"}");
        var forged = new LinkedHashMap<String, Map.Entry<String, String>>();
        forged.put("HMAC with the public key, DER", Map.entry(hmac.signedByHmac(der), "algorithm"));
        forged.put("HMAC with the public key, PEM", Map.entry(hmac.signedByHmac(pem.getBytes(UTF_8)), "algorithm"));
        forged.put("HMAC with the public key, JWK",
                Map.entry(hmac.signedByHmac(TestKeys.RSA.toPublicJWK().toJSONString().getBytes(UTF_8)), "algorithm"));
        forged.put("HMAC with the modulus",
                Map.entry(hmac.signedByHmac(TestKeys.RSA.getModulus().decode()), "algorithm"));
        forged.put("a stranger's key of the same name", Map.entry(token().signedBy(TestKeys.STRANGER), "signature"));
        forged.put("a key for encryption",
                Map.entry(TestToken.of(TestKeys.ENCRYPTION).signedBy(TestKeys.ENCRYPTION), "key"));
        forged.put("an EC key for RS256",
                Map.entry(rsa(header("{\"alg\":\"RS256\",\"kid\":\"ec-1\"}")), "key"));
        forged.put("an RSA key for ES256",
                Map.entry(header("{\"alg\":\"ES256\",\"kid\":\"rsa-1\"}").signedBy(TestKeys.EC), "key"));
        forged.put("a curve that ES256 hasn't", Map.entry(
                header("{\"alg\":\"ES256\",\"kid\":\"ec-384\"}").signed(TestKeys.P_384.toPrivateKey(),
                        "SHA256withECDSAinP1363Format"),
                "key"));
        return forged.entrySet().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue().getKey(), entry.getValue().getValue()));
    }

    static Stream<Arguments> algorithms() throws JOSEException {
        var rsa = TestKeys.RSA.toPrivateKey();
        var none = Stream.of("none", "None", "nOnE", "NONE")
                .flatMap(alg -> {
                    var token = header("{\"alg\":\"" + alg + "\",\"kid\":\"rsa-1\"}");
                    var reason = alg.equals("none") ? "malformed" : "algorithm";
                    return Stream.of(Arguments.of(alg + ", signed", rsa(token), reason),
                            Arguments.of(alg + ", unsigned", token.signedWith(new byte[0]), "malformed"));
                });
        var others = Stream.of(
                Arguments.of("RS384", header("{\"alg\":\"RS384\",\"kid\":\"rsa-1\"}").signed(rsa, "SHA384withRSA"),
                        "algorithm"),
                Arguments.of("RS512", header("{\"alg\":\"RS512\",\"kid\":\"rsa-1\"}").signed(rsa, "SHA512withRSA"),
                        "algorithm"),
                Arguments.of("PS256", rsa(header("{\"alg\":\"PS256\",\"kid\":\"rsa-1\"}")), "algorithm"),
                Arguments.of("ES384", header("{\"alg\":\"ES384\",\"kid\":\"ec-384\"}")
                        .signed(TestKeys.P_384.toPrivateKey(), "SHA384withECDSAinP1363Format"), "algorithm"),
                Arguments.of("EdDSA", rsa(header("{\"alg\":\"EdDSA\",\"kid\":\"rsa-1\"}")), "algorithm"),
                Arguments.of("rs256", rsa(header("{\"alg\":\"rs256\",\"kid\":\"rsa-1\"}")), "algorithm"),
                Arguments.of("another", rsa(header("{\"alg\":\"X\\nY\",\"kid\":\"rsa-1\"}")), "algorithm"),
                Arguments.of("empty", rsa(header("{\"alg\":\"\",\"kid\":\"rsa-1\"}")), "algorithm"),
                Arguments.of("null", rsa(header("{\"alg\":null,\"kid\":\"rsa-1\"}")), "malformed"),
                Arguments.of("absent", rsa(header("{\"kid\":\"rsa-1\"}")), "malformed"),
                Arguments.of("a list", rsa(header("{\"alg\":[\"RS256\"],\"kid\":\"rsa-1\"}")), "malformed"),
                Arguments.of("twice", rsa(header("{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"rsa-1\"}")),
                        "malformed"));
        return Stream.concat(none, others);
    }

    static Stream<Arguments> keyIds() {
        var ids = Stream.of("", "rsa-2", "RSA-1", "rsa-1 ", "../../../../dev/null", "rsa-1' OR '1'='1", "rsa-1\\u0000",
                "*", "http://localhost/key", "k".repeat(4000), "\\n[ERROR] operation=Authorize status=allowed")
                .map(id -> Arguments.of("kid " + (id.length() > 50 ? "long" : id),
                        rsa(header("{\"alg\":\"RS256\",\"kid\":\"" + id + "\"}")), "key"));
        return Stream.concat(ids, Stream.of(
                Arguments.of("absent", rsa(header("{\"alg\":\"RS256\"}")), "key"),
                Arguments.of("null", rsa(header("{\"alg\":\"RS256\",\"kid\":null}")), "key"),
                Arguments.of("a number", rsa(header("{\"alg\":\"RS256\",\"kid\":1}")), "malformed"),
                Arguments.of("twice", rsa(header("{\"alg\":\"RS256\",\"kid\":\"x\",\"kid\":\"rsa-1\"}")),
                        "malformed")));
    }

    static Stream<Arguments> headers() {
        var members = new LinkedHashMap<String, String>();
        members.put("\"crit\":[\"exp\"]", "malformed");
        members.put("\"crit\":[\"b64\"],\"b64\":true", "malformed");
        members.put("\"crit\":[]", "malformed");
        members.put("\"crit\":\"exp\"", "malformed");
        members.put("\"b64\":false", "malformed");
        members.put("\"b64\":false,\"crit\":[\"b64\"]", "malformed");
        members.put("\"typ\":\"secevent+jwt\"", "type");
        members.put("\"typ\":\"JOSE\"", "type");
        members.put("\"typ\":\"logout+jwt\"", "type");
        members.put("\"typ\":\"\"", "type");
        members.put("\"typ\":1", "malformed");
        members.put("\"jku\":1", "malformed");
        members.put("\"jwk\":\"rsa-1\"", "malformed");
        members.put("\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}", "malformed");
        members.put("\"x5c\":[1]", "malformed");
        members.put("\"a\":" + "[".repeat(2500) + "]".repeat(2500), "malformed");
        return members.entrySet().stream().map(member -> Arguments.of(
                member.getKey().length() > 60 ? "deep" : member.getKey(),
                rsa(token().withHeaderMember(member.getKey())), member.getValue()));
    }

    static Stream<Arguments> tampered() {
        var good = rsa(token());
        var parts = good.split("\\.", -1);
        var other = rsa(token().withClaims(TestToken.claims("eve"))).split("\\.", -1);
        var last = good.substring(good.length() - 1);
        return Stream.of(
                Arguments.of("another's claims", parts[0] + "." + other[1] + "." + parts[2], "signature"),
                Arguments.of("another's signature", parts[0] + "." + parts[1] + "." + other[2], "signature"),
                Arguments.of("a signature cut short", good.substring(0, good.length() - 6), "signature"),
                Arguments.of("a signature of nothing but zeros",
                        TestToken.of(TestKeys.EC).signedWith(new byte[64]), "signature"),
                Arguments.of("an empty RSA signature in its bits", token().signedWith(new byte[256]), "signature"),
                Arguments.of("other bits behind the signature's last byte",
                        good.substring(0, good.length() - 1) + (char) (last.charAt(0) + 1), "malformed"),
                Arguments.of("padding", good + "==", "malformed"),
                Arguments.of("no signature", parts[0] + "." + parts[1] + ".", "malformed"),
                Arguments.of("two parts", parts[0] + "." + parts[1], "malformed"),
                Arguments.of("no payload", parts[0] + ".." + parts[2], "malformed"),
                Arguments.of("no header", "." + parts[1] + "." + parts[2], "malformed"),
                Arguments.of("dots", "..", "malformed"),
                Arguments.of("four parts", good + ".x", "malformed"),
                Arguments.of("encrypted",
                        TestToken.encoded("{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"kid\":\"rsa-1\"}"
                                .getBytes(UTF_8)) + ".a.b.c.d",
                        "malformed"),
                Arguments.of("an encryption's header",
                        rsa(header("{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"kid\":\"rsa-1\"}")), "malformed"),
                Arguments.of("nested", rsa(token().withHeaderMember("\"cty\":\"JWT\"").withClaims(good)), "malformed"),
                Arguments.of("not base64url", parts[0] + "." + parts[1] + "+/." + parts[2], "malformed"),
                Arguments.of("a line break inside", parts[0] + ".\n" + parts[1] + "." + parts[2], "malformed"),
                Arguments.of("a line break behind", good + "\n", "malformed"),
                Arguments.of("a tab before", "\t" + good, "malformed"),
                Arguments.of("two tokens", good + " " + good, "malformed"),
                Arguments.of("two tokens, with a comma", good + ",Bearer " + good, "malformed"),
                Arguments.of("full-width letters", good.replace('J', '\uff2a'), "malformed"),
                Arguments.of("a header that is no JSON", TestToken.encoded("x".getBytes(UTF_8)) + ".e30.e30",
                        "malformed"),
                Arguments.of("words", "not-a-token", "malformed"),
                Arguments.of("nothing", "", "malformed"),
                Arguments.of("longer than 8 KiB", rsa(token().withClaim("\"x\":\"" + "x".repeat(6000) + "\"")),
                        "too_long"),
                Arguments.of("a megabyte", "a".repeat(1 << 20), "too_long"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"keys", "algorithms", "keyIds", "headers", "tampered"})
    void shouldRefuseAForgedToken(String name, String forged, String reason) {
        var decision = question.about(forged);

        assertThat(decision).isEqualTo(new Decision(Map.of(), "Unauthorized"));
        assertThat(question.log()).singleElement().asString().matches(
                "INFO operation=Authorize subject=- status=unauthorized reason=" + reason + " duration_ms=\\d+");
    }

    @Test
    void shouldFetchKeysFromItsIssuerOnly() {
        var elsewhere = TestToken.of(TestKeys.STRANGER);
        var url = attacker.jwks();

        for (var member : new String[]{"\"jku\":\"" + url + "\"", "\"x5u\":\"" + url + "\"",
            "\"jwk\":" + TestKeys.STRANGER.toPublicJWK().toJSONString(),
            "\"jku\":\"" + url + "\",\"x5u\":\"" + url + "\",\"iss\":\"" + url + "\",\"url\":\"" + url + "\""}) {
            assertThat(question.about(elsewhere.withHeaderMember(member).signedBy(TestKeys.STRANGER)).failure())
                    .isEqualTo("Unauthorized");
        }
        assertThat(attacker.requests()).isZero();
        assertThat(issuer.requests()).isOne();
    }

    @ParameterizedTest
    @MethodSource("noBearers")
    void shouldRefuseARequestWithoutABearerToken(@Nullable String authorization, String reason) {
        assertThat(question.ask(authorization, Question.API + "GET/users").failure()).isEqualTo("Unauthorized");
        assertThat(question.log()).singleElement().asString().contains(" reason=" + reason + " ");
        assertThat(issuer.requests()).isZero();
    }

    static Stream<Arguments> noBearers() {
        var good = rsa(token());
        return Stream.of(Arguments.of(null, "missing"), Arguments.of("", "missing"), Arguments.of(good, "malformed"),
                Arguments.of("Basic bG9jYWw6bG9jYWw=", "malformed"), Arguments.of("Bearer", "malformed"),
                Arguments.of("Bearer ", "malformed"), Arguments.of("Bearer " + good + " ", "malformed"),
                Arguments.of("Bearer \t" + good, "malformed"), Arguments.of("Bearer\u00a0" + good, "malformed"),
                Arguments.of("Bearer\t" + good, "malformed"), Arguments.of("Bearer" + good, "malformed"),
                Arguments.of("Token " + good, "malformed"), Arguments.of(" Bearer " + good, "malformed"));
    }
}
