package basics.embedded.authorizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.StartException;
import basics.embedded.template.Json;

class SecuritySchemesTest {
    private static final String BODY = """
        {"security": %s, "components": {"securitySchemes": {
          "plain": {"type": "http", "scheme": "bearer"},
          "token": {"type": "apiKey", "name": "Authorization", "in": "%s", "x-amazon-apigateway-authorizer": {
            "type": "%s", %s "authorizerUri": "arn:aws:apigateway:r:lambda:path/2015-03-31/functions/%s/invocations"}}}}}
        """;

    @Test
    void shouldReadATokenAuthorizerWithItsDefaults() {
        var schemes = SecuritySchemes.of(json(BODY.formatted("[]", "header", "token", "", "arn:f")));

        assertThat(schemes.authorizers()).singleElement().satisfies(authorizer -> {
            assertThat(authorizer.functionArn()).isEqualTo("arn:f");
            assertThat(authorizer.header()).isEqualTo("Authorization");
            assertThat(authorizer.ttl()).isEqualTo(Duration.ofMinutes(5));
            assertThat(authorizer.accepts("anything")).isTrue();
            assertThat(authorizer.accepts("")).isFalse();
        });
    }

    @ParameterizedTest(name = "all ask for {0}, one for {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        []                | {}                              | false
        [{"token": []}]   | {}                              | true
        [{"token": []}]   | {"security": []}                | false
        []                | {"security": [{"token": []}]}   | true
        """)
    void shouldFindTheAuthorizerOfAnOperation(String ofAll, String operation, boolean guarded) {
        var schemes = SecuritySchemes.of(json(BODY.formatted(ofAll, "header", "token", "", "arn:f")));

        assertThat(schemes.of("GET /", json(operation)).isPresent()).isEqualTo(guarded);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        [{"plain": []}]                | GET / asks for plain, which has no token authorizer
        [{"other": []}]                | GET / asks for other, which has no token authorizer
        [{"token": []}, {}]            | GET / asks for several authorizers
        [{}]                           | GET / asks for several authorizers
        [{"token": [], "plain": []}]   | GET / asks for several authorizers
        [{"token": ["read"]}]          | GET / asks for scopes of token
        """)
    void shouldRefuseAnythingButATokenAuthorizer(String security, String message) {
        var schemes = SecuritySchemes.of(json(BODY.formatted("[]", "header", "token", "", "arn:f")));
        var operation = json("{\"security\": " + security + "}");

        assertThatThrownBy(() -> schemes.of("GET /", operation)).isInstanceOf(StartException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        header | request            |                                            | authorizer token is of the type request
        header | cognito_user_pools |                                            | authorizer token is of the type cognito_user_pools
        query  | token              |                                            | identity source of the authorizer token
        header | token              | "identitySource": "method.request.header.X", | identity source of the authorizer token
        header | token              | "authorizerCredentials": "arn",            | property authorizerCredentials of the authorizer token
        header | token              | "authorizerResultTtlInSeconds": 3601,      | authorizerResultTtlInSeconds of the authorizer token
        header | token              | "authorizerResultTtlInSeconds": -1,        | authorizerResultTtlInSeconds of the authorizer token
        header | token              | "identityValidationExpression": "(",       | identityValidationExpression of the authorizer token
        """)
    void shouldRefuseAnAuthorizerThatItCantHonour(String in, String type, String more, String message) {
        var body = json(BODY.formatted("[]", in, type, more == null ? "" : more, "arn:f"));

        assertThatThrownBy(() -> SecuritySchemes.of(body)).isInstanceOf(StartException.class)
                .hasMessageContaining(message);
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
    }
}
