package basics.infra.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import basics.infra.Synthesised;

class UnknownRouteTest {

    private static final String INTEGRATION = "/x-amazon-apigateway-integration";
    private static final String HEADER = "method.response.header.";

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldTakeWhatNobodyElseTakesAndAskForNothing(String environment) {
        var body = Synthesised.of(environment).body();

        assertThat(body.path("paths").properties())
                .filteredOn(path -> path.getValue().toString().contains("any-method"))
                .extracting(Map.Entry::getKey).containsExactly("/", "/{proxy+}");
        assertThat(body.has("security")).isFalse();
        for (var path : new String[]{"/", "/{proxy+}"}) {
            assertThat(body.path("paths").path(path)).hasSize(1);
            assertThat(method(environment, path).has("security")).isFalse();
            assertThat(method(environment, path).at(INTEGRATION + "/type").asText()).isEqualTo("mock");
        }
    }

    @ParameterizedTest
    @CsvSource({"local, /", "prod, /", "local, /{proxy+}", "prod, /{proxy+}"})
    void shouldAnswerAsTheGatewayDoes(String environment, String path) throws JsonProcessingException {
        // Given
        var gateways = Synthesised.of(environment).body()
                .at("/x-amazon-apigateway-gateway-responses/MISSING_AUTHENTICATION_TOKEN");
        var headers = new TreeMap<String, String>();
        gateways.path("responseParameters").properties().forEach(header -> headers.put(
                header.getKey().replace("gatewayresponse.header.", HEADER), header.getValue().asText()));

        // When
        var answer = method(environment, path).at(INTEGRATION + "/responses/default");

        // Then
        var template = answer.at("/responseTemplates/application~1json");
        assertThat(template).isEqualTo(gateways.at("/responseTemplates/application~1json"));
        assertThat(new ObjectMapper().readTree(template.asText()).path("status").asInt()).isEqualTo(404);
        assertThat(answer.path("statusCode").asText()).isEqualTo("404");
        assertThat(answer.path("responseParameters").properties()).hasSize(headers.size())
                .allSatisfy(header -> assertThat(headers).containsEntry(header.getKey(), header.getValue().asText()));
        assertThat(answer.path("responseParameters").properties()).allSatisfy(header -> assertThat(
                method(environment, path).at("/responses/404/headers").has(header.getKey().replace(HEADER, "")))
                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/merge-patch+json", "text/plain", "multipart/form-data",
        "application/x-www-form-urlencoded"})
    void shouldAnswerTheSameWhateverIsSent(String type) {
        var integration = method("prod", "/{proxy+}").at(INTEGRATION);

        assertThat(integration.path("requestTemplates").path(type).asText()).isEqualTo("{\"statusCode\": 404}");
        // Of all other types the body would be taken for the mock's status.
        assertThat(integration.path("passthroughBehavior").asText()).isEqualTo("never");
        // JSON is binary to this API, both as it comes and as it is accepted.
        assertThat(integration.path("contentHandling").asText()).isEqualTo("CONVERT_TO_TEXT");
        assertThat(integration.at("/responses/default/contentHandling").asText()).isEqualTo("CONVERT_TO_TEXT");
    }

    private static JsonNode method(String environment, String path) {
        return Synthesised.of(environment).body().path("paths").path(path).path("x-amazon-apigateway-any-method");
    }
}
