package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /users          | POST,GET
        /users/{email}  | GET,PATCH,DELETE
        /events         | POST,GET
        /event-batches  | POST
        /events/{event} | GET
        /health         | GET
        """)
    void shouldAllowTheMethodsOfThePath(String path, String methods) {
        for (var environment : new String[]{"local", "dev"}) {
            assertThat(header(preflight(environment, path), "Access-Control-Allow-Methods"))
                    .isEqualTo("'" + methods + "'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev"})
    void shouldBeAnsweredByTheGatewayOnEveryPath(String environment) {
        assertThat(Synthesised.of(environment).body().path("paths")).filteredOn(path -> !path.toString().contains(
                "any-method")).hasSize(6).allSatisfy(path -> {
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
        // When
        var local = preflight("local", "/users/{email}");
        var dev = preflight("dev", "/users/{email}");

        // Then
        assertThat(header(local, "Access-Control-Allow-Origin")).isEqualTo("'*'");
        assertThat(header(local, "Access-Control-Allow-Headers"))
                .isEqualTo("'Authorization,Content-Type,Idempotency-Key,If-Match'");
        assertThat(header(local, "Access-Control-Max-Age")).isEqualTo("'7200'");
        assertThat(header(dev, "Access-Control-Allow-Origin")).isEqualTo("'http://localhost:3000'");
        assertThat(header(dev, "Vary")).isEqualTo("'Origin'");
        assertThat(header(dev, "Access-Control-Allow-Headers"))
                .isEqualTo("'Authorization,Content-Type,Idempotency-Key,If-Match'");
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
