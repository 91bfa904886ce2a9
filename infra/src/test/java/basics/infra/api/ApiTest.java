package basics.infra.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import basics.infra.Synthesised;
import basics.infra.contract.Operation;

class ApiTest {

    private static final String ACCOUNT = "AWS::ApiGateway::Account";
    private static final String DEPLOYMENT = "AWS::ApiGateway::Deployment";
    private static final String INTEGRATION = "x-amazon-apigateway-integration";

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldHaveTheRoutesOfTheContractAndNoOther(String environment) {
        // Given
        var contract = Stream.concat(Synthesised.contract().operations().stream()
                .map(operation -> operation.method() + ' ' + operation.path() + ' ' + operation.id()),
                Synthesised.contract().heads().entrySet().stream()
                        .map(head -> "HEAD " + head.getKey() + ' ' + head.getValue()))
                .toList();

        // When
        var routes = routes(environment).entrySet().stream()
                .map(route -> route.getKey() + ' ' + route.getValue().path("operationId").asText()).toList();

        // Then
        assertThat(routes).isNotEmpty().containsExactlyInAnyOrderElementsOf(contract);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldPassEachRouteOnToItsFunction(String environment) {
        assertThat(routes(environment)).isNotEmpty().allSatisfy((_, method) -> {
            var integration = method.path(INTEGRATION);
            assertThat(integration.path("type").asText()).isEqualTo("aws_proxy");
            assertThat(integration.path("httpMethod").asText()).isEqualTo("POST");
            assertThat(Synthesised.text(integration.path("uri")))
                    .isEqualTo("arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
                            + invoked(environment, method) + "/invocations");
        });
    }

    @Test
    void shouldHandOverBodiesByteByByte() {
        // When
        var binary = Synthesised.of("prod").body().path("x-amazon-apigateway-binary-media-types");

        // Then
        assertThat(binary).extracting(JsonNode::asText)
                .containsExactly("application/json", "application/merge-patch+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldLetTheApiCallEachFunctionFromItsRouteAlone(String environment) {
        // Given
        var api = Synthesised.of(environment).resource("AWS::ApiGateway::RestApi", "Api").getKey();
        var expected = new TreeSet<String>();
        routes(environment).forEach((route, method) -> expected.add(invoked(environment, method)
                + " arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${" + api + "}/api/"
                + route.replace(" ", "").replaceAll("\\{.*}", "*")));
        var authorizer = Synthesised.of(environment).resource("AWS::Lambda::Function", "Authorizer").getKey();
        expected.add(Synthesised.of(environment).invoked(authorizer)
                + " arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${" + api + "}/authorizers/*");

        // When
        var permitted = new TreeSet<String>();
        Synthesised.of(environment).resources("AWS::Lambda::Permission").values().forEach(permission -> {
            var properties = permission.path("Properties");
            assertThat(properties.path("Principal").asText()).isEqualTo("apigateway.amazonaws.com");
            assertThat(properties.path("Action").asText()).isEqualTo("lambda:InvokeFunction");
            permitted.add(Synthesised.text(properties.path("FunctionName")) + ' '
                    + Synthesised.text(properties.path("SourceArn")));
        });

        // Then
        assertThat(permitted).isEqualTo(expected);
        assertThat(Synthesised.of(environment).resources("AWS::Lambda::Permission")).hasSameSizeAs(expected);
    }

    /** Those of the contract are for its readers: API Gateway would take a path from them. */
    @Test
    void shouldLeaveServersBehind() {
        assertThat(Synthesised.of("prod").body().has("servers")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldCompressWhatIsLongerThanAUserOrAnEvent(String environment) {
        assertThat(Synthesised.of(environment).properties("AWS::ApiGateway::RestApi", "Api")
                .path("MinimumCompressionSize").asInt()).isEqualTo(10_240);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldBeRegional(String environment) {
        assertThat(Synthesised.of(environment).properties("AWS::ApiGateway::RestApi", "Api")
                .path("EndpointConfiguration").toString()).isEqualTo("{\"Types\":[\"REGIONAL\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void shouldLogEachRequestWithoutSayingWhoseItIs(String environment) {
        // When
        var stage = Synthesised.of(environment).properties("AWS::ApiGateway::Stage", "Api");

        // Then
        assertThat(Synthesised.text(stage.at("/AccessLogSetting/DestinationArn"))).isEqualTo(
                "${" + Synthesised.of(environment).resource("AWS::Logs::LogGroup", "ApiAccessLog").getKey() + ".Arn}");
        assertThat(stage.at("/AccessLogSetting/Format").asText())
                .contains("\"$context.requestId\"", "\"$context.resourcePath\"", "\"$context.status\"")
                .doesNotContain("$context.path", "sourceIp", "userAgent", "$context.identity");
        assertThat(Synthesised.of(environment).resources(ACCOUNT)).hasSize(1);
    }

    @Test
    void shouldTouchNothingOfTheAccountWhereNothingIsLogged() {
        assertThat(Synthesised.of("local").resources(ACCOUNT)).isEmpty();
        assertThat(Synthesised.of("local").properties("AWS::ApiGateway::Stage", "Api").has("AccessLogSetting"))
                .isFalse();
    }

    @Test
    void shouldDeployAnewWhenTheBodyChanges() {
        // Given
        var before = Synthesised.of("local").resource(DEPLOYMENT, "Api").getKey();

        // When
        var after = Synthesised.of("local", Map.of("corsOrigin", "https://app.example.com")).id(DEPLOYMENT, "Api");

        // Then
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void shouldLeaveSchemasAndExamplesBehind() {
        assertThat(Synthesised.of("prod").body().toString()).doesNotContain("\"requestBody\"", "\"schemas\"",
                "\"example\"", "\"examples\"", "$ref");
    }

    /** The methods by {@code GET /users}, without those for CORS and for what is unknown. */
    private static Map<String, JsonNode> routes(String environment) {
        var routes = new TreeMap<String, JsonNode>();
        Synthesised.of(environment).methods().forEach((name, method) -> {
            var parts = name.split(" ", 2);
            if (method.has("operationId")) {
                routes.put(parts[0].toUpperCase(Locale.ROOT) + ' ' + parts[1], method);
            }
        });
        return routes;
    }

    private static String invoked(String environment, JsonNode method) {
        var id = Synthesised.contract().operations().stream()
                .filter(operation -> Synthesised.contract().headOf(operation)
                        .filter(method.path("operationId").asText()::equals).isPresent())
                .map(Operation::id).findFirst().orElse(method.path("operationId").asText());
        var title = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
        var synthesised = Synthesised.of(environment);
        return synthesised.invoked(synthesised.id("AWS::Lambda::Function", "Functions" + title + "Function"));
    }
}
