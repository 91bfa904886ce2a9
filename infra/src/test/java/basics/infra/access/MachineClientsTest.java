package basics.infra.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import basics.infra.Synthesised;

class MachineClientsTest {

    private static final String POOL = "AWS::Cognito::UserPool";
    private static final String CLIENT = "AWS::Cognito::UserPoolClient";

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void shouldGetTokensByClientCredentialsOnly(String environment) {
        // When
        var client = Synthesised.of(environment).properties(CLIENT, "MachineClients");

        // Then
        assertThat(texts(client.path("AllowedOAuthFlows"))).containsExactly("client_credentials");
        assertThat(texts(client.path("ExplicitAuthFlows"))).containsExactly("ALLOW_REFRESH_TOKEN_AUTH");
        assertThat(client.path("GenerateSecret").asBoolean()).isTrue();
        assertThat(client.path("PreventUserExistenceErrors").asText()).isEqualTo("ENABLED");
        assertThat(client.path("AccessTokenValidity").asInt()).isEqualTo(60);
        assertThat(client.at("/TokenValidityUnits/AccessToken").asText()).isEqualTo("minutes");
        assertThat(client.has("CallbackURLs")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void shouldHaveTheScopesOfTheContract(String environment) {
        // Given
        var promised = Synthesised.contract().scopes().keySet();
        var synthesised = Synthesised.of(environment);
        var server = synthesised.resource("AWS::Cognito::UserPoolResourceServer", "MachineClients");

        // When
        var scopes = texts(synthesised.properties(CLIENT, "MachineClients").path("AllowedOAuthScopes"));

        // Then
        assertThat(scopes).map(scope -> scope.replace("${" + server.getKey() + "}/", ""))
                .containsExactlyInAnyOrderElementsOf(promised);
        assertThat(server.getValue().at("/Properties/Identifier").asText()).isEqualTo("dynamodb-basics");
        assertThat(server.getValue().at("/Properties/Scopes").findValuesAsText("ScopeName"))
                .containsExactlyInAnyOrderElementsOf(promised);
    }

    @ParameterizedTest
    @CsvSource({"dev, INACTIVE, Delete", "staging, ACTIVE, RetainExceptOnCreate",
        "prod, ACTIVE, RetainExceptOnCreate"})
    void shouldLetNobodySignUpAndBeKeptWhereDataIsRetained(String environment, String protection, String policy) {
        // When
        var pool = Synthesised.of(environment).resource(POOL, "MachineClients").getValue();

        // Then
        assertThat(pool.at("/Properties/AdminCreateUserConfig/AllowAdminCreateUserOnly").asBoolean()).isTrue();
        assertThat(pool.at("/Properties/DeletionProtection").asText()).isEqualTo(protection);
        assertThat(pool.at("/Properties/UserPoolTier").asText()).isEqualTo("LITE");
        assertThat(pool.at("/Properties/Policies/PasswordPolicy/MinimumLength").asInt()).isGreaterThanOrEqualTo(12);
        assertThat(pool.path("DeletionPolicy").asText()).isEqualTo(policy);
    }

    @Test
    void shouldOutputTheTokenEndpoint() {
        // Given
        var dev = Synthesised.of("dev");

        // When
        var outputs = dev.json().path("Outputs");

        // Then
        var domain = dev.resource("AWS::Cognito::UserPoolDomain", "MachineClients");
        assertThat(Synthesised.text(domain.getValue().at("/Properties/Domain")))
                .isEqualTo("dynamodb-basics-dev-${AWS::AccountId}");
        assertThat(Synthesised.text(outputs.at("/TokenUrl/Value"))).isEqualTo(
                "https://${" + domain.getKey() + "}.auth.${AWS::Region}.amazoncognito.com/oauth2/token");
        assertThat(Synthesised.text(outputs.at("/UserPoolId/Value")))
                .isEqualTo("${" + dev.resource(POOL, "MachineClients").getKey() + '}');
        assertThat(Synthesised.text(outputs.at("/ClientId/Value")))
                .isEqualTo("${" + dev.resource(CLIENT, "MachineClients").getKey() + '}');
        assertThat(outputs.at("/ScopePrefix/Value").asText()).isEqualTo("dynamodb-basics/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void shouldKeepTheirSecretOutOfTheTemplate(String environment) {
        assertThat(Synthesised.of(environment).templateFile()).doesNotContain("ClientSecret", "AWS::SecretsManager",
                "DescribeUserPoolClient", "AWS::SSM::Parameter\"");
    }

    @Test
    void shouldLetOnlyTheRoleOfCiReadTheSecret() {
        // When
        var dev = Synthesised.of("dev", Map.of("ciRole", "ci"));

        // Then
        var policies = dev.resources("AWS::IAM::ManagedPolicy");
        assertThat(policies).hasSize(1).allSatisfy((_, policy) -> {
            assertThat(texts(policy.at("/Properties/Roles"))).containsExactly("ci");
            assertThat(policy.at("/Properties/PolicyDocument/Statement")).hasSize(2);
            assertThat(allowed(policy)).isEqualTo(Map.of("cognito-idp:DescribeUserPoolClient",
                    "${" + dev.resource(POOL, "MachineClients").getKey() + ".Arn}",
                    "cloudformation:DescribeStacks",
                    "arn:${AWS::Partition}:cloudformation:${AWS::Region}:${AWS::AccountId}:stack/DynamoDbBasics-dev/*"));
            assertThat(policy.at("/Properties/Users").isMissingNode()).isTrue();
            assertThat(policy.at("/Properties/Groups").isMissingNode()).isTrue();
        });
        assertThat(dev.templateFile().split("DescribeUserPoolClient", -1)).hasSize(2);
    }

    private static Map<String, String> allowed(JsonNode policy) {
        var allowed = new TreeMap<String, String>();
        policy.at("/Properties/PolicyDocument/Statement").forEach(statement -> allowed
                .put(statement.path("Action").asText(), Synthesised.text(statement.path("Resource"))));
        return allowed;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(Synthesised::text).toList();
    }
}
