package basics.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens with valid signatures and faulty claims. */
class ClaimsTest {
    private static final long NOW = TestToken.NOW.getEpochSecond();
    private final TestIssuer issuer = new TestIssuer(TestKeys.RSA);
    private final Question question = new Question(issuer.jwks());

    @AfterEach
    void close() {
        issuer.close();
    }

    private static TestToken token() {
        return TestToken.of(TestKeys.RSA);
    }

    private void assertRefused(TestToken token, String reason) {
        var signed = token.signedBy(TestKeys.RSA);

        assertThat(question.about(signed).failure()).isEqualTo("Unauthorized");
        assertThat(question.log()).singleElement().asString().doesNotContain("\n", signed)
                .contains(" subject=- status=unauthorized reason=" + reason + " ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"''; no_expiry", "null; no_expiry", "\"9999999999\"; malformed",
        "-1; expired", "0; expired", "[9999999999]; malformed", "true; malformed", "1e400; malformed"})
    void shouldRefuseAMissingOrMalformedExpiry(String expiry, String reason) {
        assertRefused(token().with("exp", Long.toString(NOW + 300), expiry), reason);
    }

    @ParameterizedTest
    @CsvSource({"-31, false", "-30, false", "-29, true", "0, true", "31, true"})
    void shouldAcceptAnExpiredTokenForHalfAMinute(long seconds, boolean allowed) {
        var token = token().with("exp", Long.toString(NOW + 300), Long.toString(NOW + seconds));

        assertThat(question.about(token.signedBy(TestKeys.RSA)).failure()).isEqualTo(allowed ? "" : "Unauthorized");
        assertThat(question.log().getFirst()).contains(allowed ? " reason=scope " : " reason=expired ");
    }

    @ParameterizedTest
    @CsvSource({"31, false", "29, true", "0, true", "-300, true"})
    void shouldRefuseATokenBeforeItsTime(long seconds, boolean allowed) {
        var token = token().withClaim("\"nbf\":" + (NOW + seconds));

        assertThat(question.about(token.signedBy(TestKeys.RSA)).failure()).isEqualTo(allowed ? "" : "Unauthorized");
        assertThat(question.log().getFirst()).contains(allowed ? " reason=scope " : " reason=not_yet_valid ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "[]", "1e400"})
    void shouldRefuseAMalformedTime(String time) {
        assertRefused(token().withClaim("\"nbf\":" + time), "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "\"\"", "\"https://issuer.example/\"", "\"https://issuer.example.evil\"",
        "\"http://issuer.example\"", "\"HTTPS://ISSUER.EXAMPLE\"", "\" https://issuer.example\"",
        "\"https://other.example\""})
    void shouldRefuseAnotherIssuer(String other) {
        assertRefused(token().with("iss", "\"https://issuer.example\"", other), "issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "\"\"", "[]", "\"other\"", "\"dynamodb-basics/\"", "\"DynamoDB-Basics\"",
        "[\"other\",\"dynamodb\"]", "[null]", "\"dynamodb-basics other\""})
    void shouldRefuseAnotherAudience(String other) {
        assertRefused(token().with("aud", "\"dynamodb-basics\"", other), "audience");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"dynamodb-basics\"]", "[\"other\",\"dynamodb-basics\"]"})
    void shouldAcceptAnAudienceAmongOthers(String audiences) {
        var token = token().with("aud", "\"dynamodb-basics\"", audiences);

        assertThat(question.about(token.signedBy(TestKeys.RSA)).effect()).isEqualTo("Allow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "\"\"", "\"a\\nb\"", "\"a\\r\\nINFO operation=Authorize\"", "\"\\u0000\"",
        "\"\\u2028\"", "\"\u00e9\"", "\"\\ud800\""})
    void shouldRefuseAnInvalidSubject(String subject) {
        assertRefused(token().with("sub", "\"richard\"", subject), "subject");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[\"richard\"]", "true"})
    void shouldRefuseASubjectThatIsNotText(String subject) {
        assertRefused(token().with("sub", "\"richard\"", subject), "malformed");
    }

    @ParameterizedTest
    @CsvSource({"255, true", "256, false"})
    void shouldAcceptASubjectOf255Characters(int length, boolean allowed) {
        var token = token().withClaims(TestToken.claims("s".repeat(length)));

        assertThat(question.about(token.signedBy(TestKeys.RSA)).failure()).isEqualTo(allowed ? "" : "Unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"id\"", "\"\"", "1", "[\"access\"]"})
    void shouldRefuseATokenForAnotherUse(String use) {
        assertRefused(token().withClaim("\"token_use\":" + use), "token_use");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "1", "\"text\"", "null", "{", "{\"iss\":1}", "{}x",
        "{\"sub\":\"eve\",\"sub\":\"richard\"}", "{'sub':'richard'}"})
    void shouldRefuseClaimsThatAreNotAnObject(String claims) {
        assertRefused(token().withClaims(claims), "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"exp\":1", "\"iss\":\"https://issuer.example\"", "\"scope\":\"users:write\""})
    void shouldRefuseAClaimThatIsGivenTwice(String again) {
        assertRefused(token().withClaim(again), "malformed");
    }

    @ParameterizedTest
    @ValueSource(longs = {299, 329})
    void shouldRefuseATokenOnceItHasExpired(long seconds) {
        var signed = token().signedBy(TestKeys.RSA);
        question.setTime(TestToken.NOW.plusSeconds(seconds));
        assertThat(question.about(signed).effect()).isEqualTo("Allow");

        question.setTime(TestToken.NOW.plus(Duration.ofSeconds(330)));
        assertThat(question.about(signed).failure()).isEqualTo("Unauthorized");
    }
}
