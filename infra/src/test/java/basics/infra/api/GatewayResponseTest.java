package basics.infra.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import basics.infra.Synthesised;

class GatewayResponseTest {

    private static final String TYPE = "'application/problem+json'";

    @ParameterizedTest
    @CsvSource({"MISSING_AUTHENTICATION_TOKEN, 404, Not Found", "RESOURCE_NOT_FOUND, 404, Not Found",
        "REQUEST_TOO_LARGE, 413, Content Too Large", "UNSUPPORTED_MEDIA_TYPE, 404, Not Found",
        "THROTTLED, 429, Too Many Requests", "QUOTA_EXCEEDED, 429, Too Many Requests",
        "UNAUTHORIZED, 401, Unauthorized", "ACCESS_DENIED, 403, Forbidden", "EXPIRED_TOKEN, 403, Forbidden",
        "INVALID_SIGNATURE, 404, Not Found", "INVALID_API_KEY, 403, Forbidden", "WAF_FILTERED, 403, Forbidden",
        "INTEGRATION_TIMEOUT, 504, Gateway Timeout", "INTEGRATION_FAILURE, 502, Bad Gateway",
        "API_CONFIGURATION_ERROR, 502, Bad Gateway", "AUTHORIZER_FAILURE, 503, Service Unavailable",
        "AUTHORIZER_CONFIGURATION_ERROR, 503, Service Unavailable", "BAD_REQUEST_BODY, 400, Bad Request",
        "BAD_REQUEST_PARAMETERS, 400, Bad Request", "DEFAULT_4XX, 400, Bad Request",
        "DEFAULT_5XX, 502, Bad Gateway"})
    void shouldAnswerWithAProblem(String type, int status, String title) throws JsonProcessingException {
        for (var environment : new String[]{"local", "dev", "staging", "prod"}) {
            // When
            var response = response(environment, type);

            // Then
            assertThat(response.path("statusCode").textValue()).isEqualTo(Integer.toString(status));
            assertThat(header(response, "Content-Type")).isEqualTo(TYPE);
            assertThat(header(response, "X-Content-Type-Options")).isEqualTo("'nosniff'");
            assertThat(header(response, "Cache-Control")).isEqualTo("'no-store'");
            assertThat(header(response, "Strict-Transport-Security")).isEqualTo("'max-age=31536000'");
            assertThat(header(response, "Content-Security-Policy"))
                    .isEqualTo("'default-src 'none'; frame-ancestors 'none''");
            var problem = problem(response);
            assertThat(problem.path("type").asText()).isEqualTo("about:blank");
            assertThat(problem.path("title").asText()).isEqualTo(title);
            assertThat(problem.path("status").asInt()).isEqualTo(status);
            assertThat(problem.path("detail").asText()).isNotBlank();
            assertThat(problem.path("instance").asText()).isEqualTo("$context.requestId");
            assertThat(problem).hasSize(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellNothingOfTheRequestOrTheInside(GatewayResponse type) {
        // When
        var template = response("prod", type.name()).at("/responseTemplates/application~1json").asText();

        // Then
        assertThat(template.replace("$context.requestId", "")).doesNotContain("$");
    }

    @Test
    void shouldSayHowToGetIn() {
        assertThat(header(response("prod", "UNAUTHORIZED"), "WWW-Authenticate")).isEqualTo("'Bearer'");
        assertThat(header(response("prod", "AUTHORIZER_FAILURE"), "Retry-After")).isEqualTo("'1'");
        assertThat(header(response("prod", "THROTTLED"), "Retry-After")).isEqualTo("'1'");
        assertThat(response("prod", "AUTHORIZER_CONFIGURATION_ERROR"))
                .isEqualTo(response("prod", "AUTHORIZER_FAILURE"));
        assertThat(header(response("prod", "ACCESS_DENIED"), "WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldLetPagesReadIt(GatewayResponse type) {
        assertThat(header(response("local", type.name()), "Access-Control-Allow-Origin")).isEqualTo("'*'");
        assertThat(response("local", type.name()).path("responseParameters").has("gatewayresponse.header.Vary"))
                .isFalse();
        assertThat(header(response("dev", type.name()), "Access-Control-Allow-Origin"))
                .isEqualTo("'http://localhost:3000'");
        assertThat(header(response("dev", type.name()), "Vary")).isEqualTo("'Origin'");
        assertThat(header(response("dev", type.name()), "Access-Control-Expose-Headers"))
                .isEqualTo("'Retry-After, x-amzn-RequestId'");
        assertThat(response("prod", type.name()).toString()).doesNotContain("Access-Control");
    }

    private static JsonNode response(String environment, String type) {
        return Synthesised.of(environment).body().path("x-amazon-apigateway-gateway-responses").path(type);
    }

    private static String header(JsonNode response, String name) {
        return response.path("responseParameters").path("gatewayresponse.header." + name).asText();
    }

    private static JsonNode problem(JsonNode response) throws JsonProcessingException {
        return new ObjectMapper().readTree(response.at("/responseTemplates/application~1json").asText());
    }
}
