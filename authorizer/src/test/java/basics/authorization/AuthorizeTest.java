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
    void shouldAllowEverythingThatTheScopesAllowAndTellWhoItIs() {
        var decision = question.about(token().signedBy(TestKeys.RSA));

        assertThat(decision.json()).hasToString("{principalId=richard, policyDocument={Version=2012-10-17, Statement=[{"
                + "Action=execute-api:Invoke, Effect=Allow, Resource=["
                + Question.API + "GET/users, " + Question.API + "GET/users/*, " + Question.API + "GET/events/*"
                + "]}]}, context={subject=richard}}");
    }

    @Test
    void shouldTakeAnEllipticCurveToo() {
        assertThat(question.about(TestToken.of(TestKeys.EC).signedBy(TestKeys.EC)).effect()).isEqualTo("Allow");
    }

    /** API Gateway keeps the answer and applies it to the token's next calls, of any method. */
    @ParameterizedTest
    @ValueSource(strings = {"GET/users", "GET/users/ada@example.com", "POST/users", "DELETE/users/a:b/c",
        "GET/events/e",
        "GET/health", ""})
    void shouldAnswerTheSameWhateverMethodIsAskedFor(String method) {
        var signed = token().signedBy(TestKeys.RSA);

        assertThat(question.ask("Bearer " + signed, Question.API + method)).isEqualTo(question.about(signed));
    }

    @Test
    void shouldAllowOnTheApiAndStageThatAskOnly() {
        var arn = "arn:aws-cn:execute-api:cn-north-1:210987654321:z9/prod/GET/users/api/x";

        assertThat(question.ask("Bearer " + token().signedBy(TestKeys.RSA), arn).resources())
                .allMatch(
                        resource -> resource.startsWith("arn:aws-cn:execute-api:cn-north-1:210987654321:z9/prod/GET/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"users\"", "\"users:*\"", "\"*\"", "\"USERS:READ\"", "\"users:read,events:read\"",
        "\"users:reader\"", "\"users:read\\tevents:read\"", "[\"users:read\"]", "{\"users:read\":true}", "true", "1",
        "null", "\"dynamodb-basics/users:read\""})
    void shouldDenyEverythingToAValidTokenWithoutAScopeOfOurs(String scope) {
        var decision = question.about(
                token().with("scope", "\"" + TestToken.SCOPES + "\"", scope).signedBy(TestKeys.RSA));

        assertThat(decision.effect()).isEqualTo("Deny");
        assertThat(decision.resources()).containsExactly(Question.API + "*");
        assertThat(question.log()).singleElement().asString().contains(" status=denied reason=no_scope ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"\"users:write\"; POST/users", "[\"users:write\",1,null]; POST/users",
        "\"x  users:write y\"; POST/users"})
    void shouldReadScopesFromScpToo(String scp, String route) {
        var decision = question.about(token().with("scope", "\"" + TestToken.SCOPES + "\"", "")
                .withClaim("\"scp\":" + scp).signedBy(TestKeys.RSA));

        assertThat(decision.resources()).containsExactly(Question.API + route);
    }

    @Test
    void shouldTakeThePrefixOfItsOwnResourceServerInThePlaceOfAnAudience() {
        var cognito = new Question(issuer.jwks(), Map.of("SCOPE_PREFIX", "dynamodb-basics/"));
        var access = token().with("aud", "\"dynamodb-basics\"", "").withClaim("\"token_use\":\"access\"");

        var ours = access.with("scope", "\"" + TestToken.SCOPES + "\"",
                "\"other/users:read dynamodb-basics/users:write\"");
        var unknown = access.with("scope", "\"" + TestToken.SCOPES + "\"", "\"dynamodb-basics/unknown\"");

        assertThat(cognito.about(ours.signedBy(TestKeys.RSA)).resources()).containsExactly(Question.API + "POST/users");
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
    void shouldTakeTheTypesOfAnAccessToken(String type) {
        var token = token().withHeaderMember("\"typ\":\"" + type + "\"");

        assertThat(question.about(token.signedBy(TestKeys.RSA)).effect()).isEqualTo("Allow");
    }

    @Test
    void shouldTakeASchemeInLowerCase() {
        assertThat(question.ask("bearer " + token().signedBy(TestKeys.RSA), Question.API + "GET/users").effect())
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
    void shouldLetNobodyInByAnEventThatIsNoQuestion(String event) {
        var decision = question.send(event);

        assertThat(decision.json()).isEmpty();
        assertThat(decision.failure()).isNotEqualTo("Unauthorized");
    }

    @Test
    void shouldRefuseWhateverGoesWrongWithATokenTheSameWay() {
        var decision = question.ask("Bearer " + token().signedBy(TestKeys.RSA), "arn:aws:execute-api");

        assertThat(decision.failure()).isEqualTo("Unauthorized");
        assertThat(question.log()).singleElement().asString()
                .contains("status=unauthorized reason=error failure=java.lang.IllegalStateException ");
    }
}
