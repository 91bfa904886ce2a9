package basics.infra.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import basics.infra.Synthesised;
import basics.infra.contract.Operation;

class PreflightTest {

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev"})
    void shouldAllowTheMethodsOfThePath(String environment) {
        assertThat(Synthesised.contract().operations()).isNotEmpty().allSatisfy(operation -> {
            var allowed = header(preflight(environment, operation.path()), "Access-Control-Allow-Methods");
            assertThat(allowed.replace("'", "").split(",", -1)).containsExactlyElementsOf(Synthesised.contract()
                    .operations().stream().filter(other -> other.path().equals(operation.path()))
                    .map(Operation::method).toList());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev"})
    void shouldBeAnsweredByTheGatewayOnEveryPath(String environment) {
        assertThat(Synthesised.of(environment).body().path("paths")).filteredOn(path -> !path.toString().contains(
                "any-method")).isNotEmpty().allSatisfy(path -> {
                    var preflight = path.path("options");
                    var integration = preflight.path("x-amazon-apigateway-integration");
                    assertThat(integration.path("type").asText()).isEqualTo("mock");
                    assertThat(integration.at("/requestTemplates/application~1json").asText())
                            .isEqualTo("{\"statusCode\": 204}");
                    assertThat(integration.path("contentHandling").asText()).isEqualTo("CONVERT_TO_TEXT");
                    assertThat(integration.at("/responses/default/statusCode").asText()).isEqualTo("204");
                    assertThat(preflight.has("security")).isFalse();
                    assertThat(integration.at("/responses/default/responseParameters").properties())
                            .extracting(header -> header.getKey().replace("method.response.header.", ""))
                            .isNotEmpty().allSatisfy(header -> assertThat(
                                    preflight.path("responses").path("204").path("headers").has(header)).isTrue());
                });
    }

    @Test
    void shouldNameTheOriginAndTheHeadersThatPagesMaySend() {
        // Given
        var somePath = Synthesised.contract().operations().getFirst().path();

        // When
        var local = preflight("local", somePath);
        var dev = preflight("dev", somePath);

        // Then
        assertThat(header(local, "Access-Control-Allow-Origin")).isEqualTo("'*'");
        assertThat(header(local, "Access-Control-Allow-Headers"))
                .isEqualTo("'Authorization,Content-Type,Idempotency-Key,If-Match,traceparent,tracestate'");
        assertThat(header(local, "Access-Control-Max-Age")).isEqualTo("'7200'");
        assertThat(header(dev, "Access-Control-Allow-Origin")).isEqualTo("'http://localhost:3000'");
        assertThat(header(dev, "Vary")).isEqualTo("'Origin'");
        assertThat(header(dev, "Access-Control-Allow-Headers"))
                .isEqualTo("'Authorization,Content-Type,Idempotency-Key,If-Match,traceparent,tracestate'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "prod"})
    void shouldNotExistWithoutAnOrigin(String environment) {
        assertThat(Synthesised.of(environment).body().path("paths")).noneMatch(path -> path.has("options"));
        assertThat(Synthesised.of(environment).body().toString()).doesNotContain("Access-Control");
    }

    private static JsonNode preflight(String environment, String path) {
        return Synthesised.of(environment).body().path("paths").path(path).path("options");
    }

    private static String header(JsonNode preflight, String name) {
        return preflight.at("/x-amazon-apigateway-integration/responses/default/responseParameters")
                .path("method.response.header." + name).asText();
    }
}
