package basics.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizeTest {
    private final TestIssuer issuer = new TestIssuer(TestKeys.RSA, TestKeys.EC);
    private final Question question = new Question(issuer.jwks());

    @AfterEach
    void close() {
        issuer.close();
    }

    private static TestToken token() {
        return TestToken.of(TestKeys.RSA);
    }

    @Test
    void shouldAllowTheRoutesOfTheScopesAndReturnTheSubject() {
        var decision = question.about(token().signedBy(TestKeys.RSA));

        assertThat(decision.json()).hasToString("{principalId=richard, policyDocument={Version=2012-10-17, Statement=[{"
                + "Action=execute-api:Invoke, Effect=Allow, Resource=["
                + Question.API + "GET/users, " + Question.API + "GET/users/, " + Question.API + "GET/users/*, "
                + Question.API + "GET/events/*]}, {Action=execute-api:Invoke, Effect=Deny, Resource=["
                + Question.API + "GET/users/*/notes, " + Question.API + "GET/users/*/notes/, "
                + Question.API + "GET/users/*/%*, " + Question.API + "GET/users/*/n%*, "
                + Question.API + "GET/users/*/no%*, " + Question.API + "GET/users/*/not%*, "
                + Question.API + "GET/users/*/note%*]}]}, context={subject=richard}}");
    }

    /**
     * A route's wildcard also matches longer routes. API Gateway may keep a slash at the end and percent-encoded
     * letters.
     */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        GET/users/ada%40example.com              ; users:read
        GET/users/ada%40example.com/             ; users:read
        GET/users/n%6ftes                        ; users:read
        GET/users/                               ; users:read
        GET/users/ada%40example.com/notes        ; notes:read
        GET/users/ada%40example.com/notes/       ; notes:read
        GET/users/a/b/notes                      ; notes:read
        GET/users/ada%40example.com/%6eotes      ; nobody
        GET/users/ada%40example.com/note%73/     ; nobody
        POST/users/                              ; users:write
        POST/users/ada%40example.com             ; nobody
        """)
    void shouldOpenARouteToItsScopeOnly(String route, String scope) {
        for (var held : List.of("users:read", "notes:read", "users:write", "events:read")) {
            var decision = question.about(
                    token().with("scope", "\"" + TestToken.SCOPES + "\"", '"' + held + '"').signedBy(TestKeys.RSA));

            assertThat(decision.lets(Question.API + route)).as(held).isEqualTo(held.equals(scope));
        }
    }

    @Test
    void shouldOpenBothRoutesToBothScopes() {
        var decision = question.about(token().with("scope", "\"" + TestToken.SCOPES + "\"",
                "\"users:read notes:read\"").signedBy(TestKeys.RSA));

        assertThat(List.of("GET/users/a", "GET/users/a/notes")).allMatch(route -> decision.lets(Question.API + route));
    }

    @Test
    void shouldAcceptAnEllipticCurveKey() {
        assertThat(question.about(TestToken.of(TestKeys.EC).signedBy(TestKeys.EC)).effect()).isEqualTo("Allow");
    }

    /** API Gateway caches the answer and applies it to the token's next calls to any method. */
    @ParameterizedTest
    @ValueSource(strings = {"GET/users", "GET/users/ada@example.com", "POST/users", "DELETE/users/a:b/c",
        "GET/events/e",
        "GET/health", ""})
    void shouldAnswerTheSameForEveryMethod(String method) {
        var signed = token().signedBy(TestKeys.RSA);

        assertThat(question.ask("Bearer " + signed, Question.API + method)).isEqualTo(question.about(signed));
    }

    @Test
    void shouldAllowOnlyTheApiAndStageOfTheRequest() {
        var arn = "arn:aws-cn:execute-api:cn-north-1:210987654321:z9/prod/GET/users/api/x";

        assertThat(question.ask("Bearer " + token().signedBy(TestKeys.RSA), arn).resources())

                .allMatch(
                        resource -> resource.startsWith("arn:aws-cn:execute-api:cn-north-1:210987654321:z9/prod/GET/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"users\"", "\"users:*\"", "\"*\"", "\"USERS:READ\"", "\"users:read,events:read\"",
        "\"users:reader\"", "\"users:read\\tevents:read\"",
        "[\"users:read events:read\"]", "[]", "[1]", "{\"users:read\":true}", "true", "1",
        "null", "\"dynamodb-basics/users:read\""})
    void shouldDenyEverythingToAValidTokenWithoutAKnownScope(String scope) {
        var decision = question.about(
                token().with("scope", "\"" + TestToken.SCOPES + "\"", scope).signedBy(TestKeys.RSA));

        assertThat(decision.effect()).isEqualTo("Deny");
        assertThat(decision.resources()).containsExactly(Question.API + "*");
        assertThat(question.log()).singleElement().asString().contains(" status=denied reason=no_scope ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"users:write\"", "[\"users:write\",1,null]", "[\"x\",\"users:write\"]",
        "\"x  users:write y\""})
    void shouldReadScopesAsTextOrListFromScopeElseFromScp(String scopes) {
        var without = token().with("scope", "\"" + TestToken.SCOPES + "\"", "");

        for (var claim : List.of("scope", "scp")) {
            var decision = question
                    .about(without.withClaim("\"" + claim + "\":" + scopes).signedBy(TestKeys.RSA));

            assertThat(decision.resources()).containsExactly(Question.API + "POST/users", Question.API + "POST/users/");
        }
    }

    @Test
    void shouldNotAddScopesOfScpToThoseOfScope() {
        var decision = question.about(token().with("scope", "\"" + TestToken.SCOPES + "\"", "[\"events:read\"]")
                .withClaim("\"scp\":[\"users:write\"]").signedBy(TestKeys.RSA));

        assertThat(decision.resources()).containsExactly(Question.API + "GET/events/*");
    }

    @Test
    void shouldAcceptThePrefixOfItsResourceServerInPlaceOfAnAudience() {
        var cognito = new Question(issuer.jwks(), Map.of("SCOPE_PREFIX", "dynamodb-basics/"));
        var access = token().with("aud", "\"dynamodb-basics\"", "").withClaim("\"token_use\":\"access\"");

        var ours = access.with("scope", "\"" + TestToken.SCOPES + "\"",
                "\"other/users:read dynamodb-basics/users:write\"");
        var unknown = access.with("scope", "\"" + TestToken.SCOPES + "\"", "\"dynamodb-basics/unknown\"");

        assertThat(cognito.about(ours.signedBy(TestKeys.RSA)).resources()).first()
                .isEqualTo(Question.API + "POST/users");
        assertThat(cognito.about(unknown.signedBy(TestKeys.RSA)).effect()).isEqualTo("Deny");
        for (var others : List.of("\"\"", "\"users:write\"", "\"other/users:write\"",
                "\"xdynamodb-basics/users:write\"")) {
            var foreign = access.with("scope", "\"" + TestToken.SCOPES + "\"", others);
            assertThat(cognito.about(foreign.signedBy(TestKeys.RSA)).failure()).isEqualTo("Unauthorized");
        }
        assertThat(cognito.log().getLast()).contains(" reason=audience ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt"})
    void shouldAcceptTheTypesOfAnAccessToken(String type) {
        var token = token().withHeaderMember("\"typ\":\"" + type + "\"");

        assertThat(question.about(token.signedBy(TestKeys.RSA)).effect()).isEqualTo("Allow");
    }

    /** The name of a scheme is case-insensitive (RFC 9110, 11.1). One or more blanks follow it (RFC 6750, 2.1). */
    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer  ", "bEARER    "})
    void shouldAcceptASchemeInAnyCaseWithOneOrMoreBlanks(String scheme) {
        assertThat(question.ask(scheme + token().signedBy(TestKeys.RSA), Question.API + "GET/users").effect())
                .isEqualTo("Allow");
    }

    @ParameterizedTest
    @CsvSource({"richard, richard", "auth0|5f7c, auth0|5f7c", "ada@example.com, sha256:b5fc85e55755",
        "a b, sha256:c8687a08aa5d"})
    void shouldWriteOneLogLineWithoutATokenOrAnEmail(String subject, String logged) {
        var signed = token().withClaims(TestToken.claims(subject)).signedBy(TestKeys.RSA);

        assertThat(question.about(signed).principal()).isEqualTo(subject);
        assertThat(question.log()).singleElement().asString()
                .matches("INFO operation=Authorize subject=\\Q" + logged
                        + "\\E status=allowed reason=scope duration_ms=\\d+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"type\":\"TOKEN\",\"authorizationToken\":\"Bearer a.b.c\"}",
        "{\"authorizationToken\":1,\"methodArn\":\"arn:x/api/GET/\"}"})
    void shouldFailForAMalformedEvent(String event) {
        var decision = question.send(event);

        assertThat(decision.json()).isEmpty();
        assertThat(decision.failure()).isNotEqualTo("Unauthorized");
    }

    @Test
    void shouldAnswerAnInternalErrorLikeARefusal() {
        var decision = question.ask("Bearer " + token().signedBy(TestKeys.RSA), "arn:aws:execute-api");

        assertThat(decision.failure()).isEqualTo("Unauthorized");
        assertThat(question.log()).singleElement().asString()
                .contains("status=unauthorized reason=error failure=java.lang.IllegalStateException ");
    }
}
