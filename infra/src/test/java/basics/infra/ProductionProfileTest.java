package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.infra.contract.Operation;
import basics.infra.settings.Environment;
import basics.infra.settings.Refusal;

/** The differences between production and a throw-away environment. */
class ProductionProfileTest {

    private static final String TABLE = "AWS::DynamoDB::Table";
    private static final String STAGE = "AWS::ApiGateway::Stage";
    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final List<String> KEEPERS = List.of(TABLE, "AWS::Logs::LogGroup", "AWS::Cognito::UserPool");

    @ParameterizedTest
    @ValueSource(strings = {"staging", "prod"})
    void shouldKeepDataAndLogs(String environment) {
        // Given
        var synthesised = Synthesised.of(environment);

        // When, then
        assertThat(synthesised.stack().getTerminationProtection()).isTrue();
        assertThat(KEEPERS).allSatisfy(type -> assertThat(synthesised.resources(type)).isNotEmpty()
                .allSatisfy((_, resource) -> {
                    assertThat(resource.path("DeletionPolicy").asText()).isEqualTo("RetainExceptOnCreate");
                    assertThat(resource.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
                }));
        assertThat(synthesised.resources(TABLE)).isNotEmpty().allSatisfy((_, table) -> {
            assertThat(table.at("/Properties/DeletionProtectionEnabled").asBoolean()).isTrue();
            assertThat(table.at("/Properties/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean())
                    .isTrue();
        });
        assertThat(synthesised.properties("AWS::Cognito::UserPool", "MachineClients").path("DeletionProtection")
                .asText()).isEqualTo("ACTIVE");
    }

    /**
     * All APIs of the account share this role. It stays even when the first deployment fails, since others may use it
     * by then.
     */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void shouldAlwaysKeepTheRoleOfTheGatewaysLogs(String environment) {
        var resources = Synthesised.of(environment).json().path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("DeletionPolicy").asText().equals("Retain"))
                .map(resource -> resource.getValue().path("Type").asText());

        assertThat(resources).containsExactlyInAnyOrder("AWS::IAM::Role", "AWS::ApiGateway::Account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev"})
    void shouldLeaveNothingOfDevAndLocalBehind(String environment) {
        // Given
        var synthesised = Synthesised.of(environment);

        // When
        var kept = new TreeMap<String, String>();
        synthesised.json().path("Resources").properties().forEach(resource -> {
            if (resource.getValue().path("DeletionPolicy").asText("Delete").startsWith("Retain")) {
                kept.put(resource.getKey(), resource.getValue().path("Type").asText());
            }
        });

        // Then: only the role that API Gateway keeps once for the account
        assertThat(kept.values()).isSubsetOf("AWS::ApiGateway::Account", "AWS::IAM::Role");
        assertThat(kept.keySet()).allMatch(id -> id.startsWith("ApiRestApi"));
        assertThat(KEEPERS.stream().flatMap(type -> synthesised.resources(type).values().stream())).isNotEmpty()
                .allSatisfy(resource -> assertThat(resource.path("DeletionPolicy").asText()).isEqualTo("Delete"));
        assertThat(synthesised.resources(TABLE)).allSatisfy((_, table) -> assertThat(
                table.at("/Properties/DeletionProtectionEnabled").asBoolean()).isFalse());
        assertThat(synthesised.stack().getTerminationProtection()).isFalse();
    }

    /** DynamoDB and CloudWatch Logs use keys that AWS owns unless the template names others. */
    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldEncryptWithKeysThatAwsOwns(String environment) {
        // Given
        var synthesised = Synthesised.of(environment);

        // When, then
        assertThat(synthesised.resources(TABLE)).allSatisfy(
                (_, table) -> assertThat(table.at("/Properties/SSESpecification/SSEEnabled").asBoolean()).isFalse());
        assertThat(synthesised.resources("AWS::Logs::LogGroup")).allSatisfy(
                (_, logs) -> assertThat(logs.path("Properties").has("KmsKeyId")).isFalse());
        assertThat(synthesised.resources("AWS::KMS::Key")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void shouldRefuseTlsBefore12(String environment) {
        // When
        var api = Synthesised.of(environment).properties("AWS::ApiGateway::RestApi", "Api");

        // Then
        assertThat(api.path("SecurityPolicy").asText()).matches("SecurityPolicy_TLS13_1_[23]_.*");
        assertThat(api.path("EndpointAccessMode").asText()).isEqualTo("STRICT");
    }

    @Test
    void shouldSetNoTlsPolicyInTheLocalEnvironment() {
        assertThat(Synthesised.of("local").properties("AWS::ApiGateway::RestApi", "Api").fieldNames()).toIterable()
                .doesNotContain("SecurityPolicy", "EndpointAccessMode");
    }

    @ParameterizedTest
    @CsvSource({"local, 10000, 5000", "dev, 50, 100", "staging, 200, 400", "prod, 1000, 2000"})
    void shouldThrottleTheStage(String environment, int rate, int burst) {
        // When
        var all = Synthesised.of(environment).properties(STAGE, "Api").path("MethodSettings").valueStream()
                .filter(settings -> settings.path("HttpMethod").asText().equals("*")).toList();

        // Then
        assertThat(all).singleElement().satisfies(settings -> {
            assertThat(settings.path("ResourcePath").asText()).isEqualTo("/*");
            assertThat(settings.path("ThrottlingRateLimit").asInt()).isEqualTo(rate);
            assertThat(settings.path("ThrottlingBurstLimit").asInt()).isEqualTo(burst);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldThrottleOperationsByTheSettings(String environment) {
        // Given
        var limits = Environment.chosen(Synthesised.context(environment, Map.of())::get).limits();
        var expected = new TreeMap<String, Integer>();
        Synthesised.contract().operations().stream()
                .filter(operation -> limits.operationsPerSecond().containsKey(operation.id()))
                .forEach(operation -> {
                    var limit = limits.operationsPerSecond().get(operation.id());
                    var path = '/' + operation.path().replace("/", "~1");
                    expected.put(operation.method() + path, limit);
                    Synthesised.contract().headOf(operation).ifPresent(_ -> expected.put("HEAD" + path, limit));
                });

        // When
        var throttled = new TreeMap<String, Integer>();
        Synthesised.of(environment).properties(STAGE, "Api").path("MethodSettings").forEach(settings -> {
            assertThat(settings.path("ThrottlingBurstLimit").asInt()).isPositive();
            throttled.put(settings.path("HttpMethod").asText() + settings.path("ResourcePath").asText(),
                    settings.path("ThrottlingRateLimit").asInt());
        });

        // Then: the only other setting is the stage's
        assertThat(throttled.remove("*/*")).isEqualTo(limits.requestsPerSecond());
        assertThat(throttled).isEqualTo(expected);
    }

    /** Writes cost more than reads, and a scan costs the most. Operations without a token need a limit too. */
    @ParameterizedTest
    @ValueSource(strings = {"staging", "prod"})
    void shouldThrottleCostlyOperations(String environment) {
        // Given
        var synthesised = Synthesised.of(environment);
        var limits = Environment.chosen(Synthesised.context(environment, Map.of())::get).limits();

        // When
        var costly = Synthesised.contract().operations().stream()
                .filter(operation -> operation.scope().isEmpty() || synthesised
                        .properties("AWS::IAM::Role", "Functions" + operation.title() + "Role").toString()
                        .matches(".*dynamodb:(Scan|[A-Za-z]*Item).*"))
                .map(Operation::id).toList();

        // Then
        assertThat(costly).isNotEmpty().allSatisfy(id -> assertThat(limits.operationsPerSecond()).as(
                "operationsPerSecond of cdk.json").containsKey(id));
    }

    @Test
    void shouldRefuseALimitOfAnUnknownOperation() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Synthesised.of("prod", Map.of("operationsPerSecond", Map.of("renameUser", 1))))
                .withMessage("environments.prod.operationsPerSecond.renameUser is unknown: operations are "
                        + String.join(", ", Synthesised.contract().operations().stream().map(Operation::id).toList()));
    }

    @ParameterizedTest
    @CsvSource({"staging, 20", "prod, 50"})
    void shouldReserveConcurrencyForEachFunction(String environment, int reserved) {
        assertThat(Synthesised.of(environment).awaited()).isNotEmpty().allSatisfy((_, function) -> assertThat(
                function.at("/Properties/ReservedConcurrentExecutions").asInt()).isEqualTo(reserved));
        assertThat(Synthesised.of("dev").resources(FUNCTION)).allSatisfy((_, function) -> assertThat(
                function.path("Properties").has("ReservedConcurrentExecutions")).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldLogNoBodiesOrPathsAtTheGateway(String environment) {
        // When
        var stage = Synthesised.of(environment).properties(STAGE, "Api");

        // Then
        assertThat(stage.path("MethodSettings")).isNotEmpty().allSatisfy(settings -> {
            assertThat(settings.path("DataTraceEnabled").asBoolean(true)).isFalse();
            assertThat(settings.path("LoggingLevel").asText("OFF")).isEqualTo("OFF");
            assertThat(settings.path("CachingEnabled").asBoolean()).isFalse();
        });
    }
}
