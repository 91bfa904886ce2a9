package basics.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;

class IssuerKeysTest {
    private static final String UNAVAILABLE = "AuthorizerUnavailable: the issuer's keys can't be read";
    private final TestIssuer issuer = new TestIssuer(TestKeys.RSA);
    private final Question question = new Question(issuer.jwks());

    @AfterEach
    void close() {
        issuer.close();
    }

    private Decision ask(RSAKey key) {
        return question.about(TestToken.of(key).signedBy(key));
    }

    private void later(Duration time) {
        question.setTime(TestToken.NOW.plus(time));
    }

    static Stream<Arguments> failures() {
        var jwks = new JWKSet(TestKeys.RSA).toString();
        return Stream.of(
                Arguments.of("an error", TestIssuer.answering(500, jwks)),
                Arguments.of("gone", TestIssuer.answering(404, "{}")),
                Arguments.of("nothing", TestIssuer.answering(200, "")),
                Arguments.of("no content", TestIssuer.answering(204, "")),
                Arguments.of("a page", TestIssuer.answering(200, Map.of("Content-Type", "text/html"), "<html></html>")),
                Arguments.of("no keys member", TestIssuer.answering(200, "{}")),
                Arguments.of("a list", TestIssuer.answering(200, "[" + jwks + "]")),
                Arguments.of("cut short", TestIssuer.answering(200, jwks.substring(0, jwks.length() - 1))),
                Arguments.of("too much", TestIssuer.answering(200, jwks + " ".repeat(JwksDownload.LARGEST))),
                Arguments.of("endless", (TestIssuer.Behaviour) exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (true) {
                        exchange.getResponseBody().write(" ".repeat(8192).getBytes(UTF_8));
                    }
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void shouldFailWhenTheIssuerAnswersWith(String name, TestIssuer.Behaviour failure) {
        issuer.behave(failure);

        assertThat(ask(TestKeys.RSA)).isEqualTo(new Decision(Map.of(), UNAVAILABLE));
        assertThat(question.log()).singleElement().asString()
                .matches("ERROR operation=Authorize subject=- status=unavailable reason=jwks "
                        + "failure=com\\.nimbusds\\.\\S+ caused_by=\\S+ duration_ms=\\d+");
    }

    @Test
    void shouldFollowNoRedirect() {
        try (var elsewhere = new TestIssuer(TestKeys.RSA)) {
            issuer.behave(TestIssuer.answering(302, Map.of("Location", elsewhere.jwks()), ""));

            assertThat(ask(TestKeys.RSA).failure()).isEqualTo(UNAVAILABLE);
            assertThat(elsewhere.requests()).isZero();
        }
    }

    @Test
    @Timeout(60)
    void shouldGiveUpOnAnIssuerThatDoesNotAnswer() {
        var end = new CountDownLatch(1);
        issuer.behave(_ -> await(end));

        assertThat(ask(TestKeys.RSA).failure()).isEqualTo(UNAVAILABLE);
        assertThat(question.log().getFirst()).contains("caused_by=java.net.SocketTimeoutException");
        end.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void shouldFailWhileTheIssuerIsUnreachableAndAskAgainLater() {
        issuer.behave(TestIssuer.answering(503, ""));
        for (var i = 0; i < 5; i++) {
            assertThat(ask(TestKeys.RSA).failure()).isEqualTo(UNAVAILABLE);
        }
        assertThat(issuer.requests()).isEqualTo(2);

        issuer.publish(TestKeys.RSA);
        later(IssuerKeys.PAUSE);
        assertThat(ask(TestKeys.RSA).effect()).isEqualTo("Allow");

        issuer.close();
        var nobody = new Question(issuer.jwks());
        assertThat(nobody.about(TestToken.of(TestKeys.RSA).signedBy(TestKeys.RSA)).failure()).isEqualTo(UNAVAILABLE);
    }

    @Test
    void shouldFetchTheKeysOnceWhenPrimed() {
        var tokens = new TokenVerifier(Settings.of(Map.of("ISSUER", "https://issuer.example", "JWKS_URI", issuer.jwks(),
                "AUDIENCE", "dynamodb-basics", "ROUTES", Question.ROUTES)), InstantSource.fixed(TestToken.NOW));
        issuer.publish(TestKeys.EC, TestKeys.RSA, TestKeys.ENCRYPTION, TestKeys.P_384);

        tokens.prime();

        assertThat(tokens.verify("Bearer " + TestToken.of(TestKeys.RSA).signedBy(TestKeys.RSA)).subject())
                .isEqualTo("richard");
        assertThat(issuer.requests()).isOne();
    }

    @Test
    void shouldRefuseTokensWhenTheKeySetIsEmpty() {
        issuer.publish();

        assertThat(ask(TestKeys.RSA).failure()).isEqualTo("Unauthorized");
    }

    @Test
    void shouldKeepTheKeysThroughAnOutageButNotForEver() {
        assertThat(ask(TestKeys.RSA).effect()).isEqualTo("Allow");
        issuer.behave(TestIssuer.answering(503, ""));

        later(IssuerKeys.LIFE.minusSeconds(1));
        assertThat(ask(TestKeys.RSA).effect()).isEqualTo("Allow");
        assertThat(issuer.requests()).isOne();
        later(IssuerKeys.LIFE.plusSeconds(1));
        assertThat(ask(TestKeys.RSA).failure()).isEqualTo(UNAVAILABLE);
    }

    @Test
    void shouldAcceptANewKeyAfterARotation() {
        assertThat(ask(TestKeys.RSA).effect()).isEqualTo("Allow");
        assertThat(ask(TestKeys.ROTATED).failure()).isEqualTo("Unauthorized");
        issuer.publish(TestKeys.RSA, TestKeys.ROTATED);

        later(IssuerKeys.PAUSE);
        assertThat(ask(TestKeys.ROTATED).effect()).isEqualTo("Allow");
        assertThat(ask(TestKeys.RSA).effect()).isEqualTo("Allow");
        assertThat(issuer.requests()).isEqualTo(3);
    }

    @Test
    void shouldRefuseAWithdrawnKeyAfterTheCacheExpires() {
        assertThat(ask(TestKeys.RSA).effect()).isEqualTo("Allow");
        issuer.publish(TestKeys.ROTATED);

        later(IssuerKeys.LIFE.minusSeconds(1));
        assertThat(ask(TestKeys.RSA).effect()).isEqualTo("Allow");
        later(IssuerKeys.LIFE.plusSeconds(1));
        assertThat(ask(TestKeys.RSA).failure()).isEqualTo("Unauthorized");
    }

    @Test
    void shouldNotFloodTheIssuerForInventedKeys() {
        for (var i = 0; i < 100; i++) {
            var token = TestToken.of(TestKeys.RSA).withHeader("{\"alg\":\"RS256\",\"kid\":\"invented-" + i + "\"}");
            assertThat(question.about(token.signedBy(TestKeys.STRANGER)).failure()).isEqualTo("Unauthorized");
        }

        assertThat(issuer.requests()).isEqualTo(2);
        assertThat(ask(TestKeys.RSA).effect()).isEqualTo("Allow");
    }

    @Test
    void shouldFetchTheKeysOnceForManySimultaneousTokens() throws Exception {
        var signed = TestToken.of(TestKeys.RSA).signedBy(TestKeys.RSA);
        var decisions = new ArrayList<Future<Decision>>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var i = 0; i < 8; i++) {
                decisions.add(pool.submit(() -> question.about(signed)));
            }
        }

        for (var decision : decisions) {
            assertThat(decision.get().effect()).isEqualTo("Allow");
        }
        assertThat(issuer.requests()).isOne();
    }
}
