package basics.infra.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import basics.infra.Synthesised;

class AuthorizerTest {

    private static final String FUNCTION = "AWS::Lambda::Function";

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldGuardEveryRouteButHealthPreflightsAndUnknownPaths(String environment) {
        // Given
        var expected = new ArrayList<>(List.of("x-amazon-apigateway-any-method /",
                "x-amazon-apigateway-any-method /{proxy+}"));
        Synthesised.contract().operations().stream().filter(operation -> operation.scope().isEmpty())
                .forEach(open -> expected.add(open.method().toLowerCase(Locale.ROOT) + ' ' + open.path()));
        Synthesised.contract().heads().keySet().forEach(path -> expected.add("head " + path));

        // When
        var open = Synthesised.of(environment).methods();
        open.values().removeIf(method -> method.path("security").toString().equals("[{\"token\":[]}]"));
        open.keySet().removeIf(method -> method.startsWith("options "));

        // Then
        assertThat(open.keySet()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Synthesised.of(environment).body().path("security").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldReadBearerTokensAndBeCachedForAMinute(String environment) {
        // Given
        var synthesised = Synthesised.of(environment);

        // When
        var scheme = synthesised.body().at("/components/securitySchemes/token");

        // Then
        assertThat(scheme.path("type").asText()).isEqualTo("apiKey");
        assertThat(scheme.path("in").asText()).isEqualTo("header");
        assertThat(scheme.path("name").asText()).isEqualTo("Authorization");
        assertThat(scheme.path("x-amazon-apigateway-authtype").asText()).isEqualTo("custom");
        var authorizer = scheme.path("x-amazon-apigateway-authorizer");
        assertThat(authorizer.path("type").asText()).isEqualTo("token");
        assertThat(authorizer.path("authorizerResultTtlInSeconds").asInt()).isEqualTo(60);
        assertThat(Synthesised.text(authorizer.path("authorizerUri")))
                .isEqualTo("arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
                        + synthesised.invoked(synthesised.resource(FUNCTION, "Authorizer").getKey()) + "/invocations");
    }

    @ParameterizedTest
    @CsvSource({"Bearer abc.def-_.x, true", "bearer a.b.c, true", "BEARER a.b.c, true", "Bearer   a.b.c, true",
        "Bearer a, false", "Bearera.b.c, false", "'Bearer\ta.b.c', false", "'Bearer a.b.c ', false",
        "Bearer a.b, false", "Bearer a.b., false", "Bearer a.b.c.d.e, false", "Bearer a.b.c==, false", "Bearer, false",
        "Bearer a.b.c d, false",
        "Basic a.b.c, false", "Bearer a.b.\u00e4, false", "'Bearer a.b.c, Bearer a.b.c', false"})
    void shouldBeCalledOnlyForWellFormedTokens(String header, boolean asked) {
        // When
        var expression = Synthesised.of("prod").body().at("/components/securitySchemes/token"
                + "/x-amazon-apigateway-authorizer/identityValidationExpression").asText();

        // Then
        assertThat(header.matches(expression)).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldAnswerBeforeApiGatewayTimesOut(String environment) {
        // When
        var function = Synthesised.of(environment).properties(FUNCTION, "Authorizer");

        // Then
        assertThat(function.path("Handler").asText()).isEqualTo("basics.authorization.Authorize");
        assertThat(function.path("Runtime").asText()).isEqualTo("java25");
        assertThat(function.at("/Architectures/0").asText()).isEqualTo("arm64");
        assertThat(function.path("Timeout").asInt()).isLessThan(29);
        assertThat(Synthesised.of(environment).operations().values()).isNotEmpty().noneMatch(
                operation -> operation.at("/Properties/Code").equals(function.path("Code")));
    }

    @Test
    void shouldReachOnlyItsLog() {
        // When
        var role = Synthesised.of("prod").properties("AWS::IAM::Role", "Authorizer");

        // Then
        assertThat(role.path("Policies")).hasSize(1);
        var statements = role.at("/Policies/0/PolicyDocument/Statement");
        assertThat(statements).hasSize(1);
        assertThat(statements.at("/0/Action").toString())
                .isEqualTo("[\"logs:CreateLogStream\",\"logs:PutLogEvents\"]");
        assertThat(Synthesised.text(statements.at("/0/Resource"))).isEqualTo(
                "${" + Synthesised.of("prod").resource("AWS::Logs::LogGroup", "Authorizer").getKey() + ".Arn}");
        assertThat(role.has("ManagedPolicyArns")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldKnowTheRoutesOfEachScope(String environment) throws JsonProcessingException {
        // Given
        var json = new ObjectMapper();

        // When
        var routes = json.readTree(variables(environment).get("ROUTES"));

        // Then
        assertThat(routes).isEqualTo(json.valueToTree(RoutesByScope.of(Synthesised.contract())));
        assertThat(routes.fieldNames()).toIterable()
                .containsExactlyElementsOf(Synthesised.contract().scopes().keySet());
    }

    @Test
    void shouldReadTheIssuerFromParametersInTheLocalEnvironment() {
        // When
        var parameters = Synthesised.of("local").json().path("Parameters");

        // Then
        assertThat(parameters.at("/Issuer").toString())
                .isEqualTo("{\"Type\":\"String\",\"Default\":\"http://localhost:8080/oauth2\"}");
        assertThat(parameters.at("/JwksUri").toString())
                .isEqualTo("{\"Type\":\"String\",\"Default\":\"http://localhost:8080/oauth2/jwks\"}");
        assertThat(variables("local")).containsEntry("ISSUER", "${Issuer}").containsEntry("JWKS_URI", "${JwksUri}")
                .containsEntry("AUDIENCE", "dynamodb-basics")
                .containsOnlyKeys("AUDIENCE", "ISSUER", "JWKS_URI", "ROUTES");
    }

    @Test
    void shouldTrustOnlyTheIssuerOfTheEnvironment() {
        // When
        var synthesised = Synthesised.of("prod", Map.of("issuer", "https://login.example.com/", "jwksUri",
                "https://login.example.com/keys", "audience", "users-and-events"));

        // Then
        assertThat(synthesised.variables("Authorizer")).containsEntry("ISSUER", "https://login.example.com/")
                .containsEntry("JWKS_URI", "https://login.example.com/keys")
                .containsEntry("AUDIENCE", "users-and-events")
                .containsOnlyKeys("AUDIENCE", "ISSUER", "JWKS_URI", "ROUTES");
        assertThat(synthesised.json().path("Parameters").has("Issuer")).isFalse();
        assertThat(synthesised.json().path("Resources").findValuesAsText("Type"))
                .noneMatch(type -> type.startsWith("AWS::Cognito::"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void shouldTrustTheUserPoolOfAnEnvironmentWithoutIssuer(String environment) {
        // Given
        var pool = Synthesised.of(environment).resource("AWS::Cognito::UserPool", "MachineClients").getKey();

        // When, then
        assertThat(variables(environment)).containsEntry("ISSUER", "${" + pool + ".ProviderURL}")
                .containsEntry("JWKS_URI", "${" + pool + ".ProviderURL}/.well-known/jwks.json")
                .containsEntry("SCOPE_PREFIX", "dynamodb-basics/")
                .containsOnlyKeys("ISSUER", "JWKS_URI", "ROUTES", "SCOPE_PREFIX");
    }

    private static Map<String, String> variables(String environment) {
        return Synthesised.of(environment).variables("Authorizer");
    }
}
