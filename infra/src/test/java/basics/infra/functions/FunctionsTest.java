package basics.infra.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import basics.infra.Synthesised;
import basics.infra.contract.Contract;
import basics.infra.contract.Operation;
import basics.infra.settings.Refusal;
import basics.infra.tables.Reach;

class FunctionsTest {

    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String ROLE = "AWS::IAM::Role";
    private static final String LOGS = "AWS::Logs::LogGroup";
    private static final String TABLE = "AWS::DynamoDB::Table";

    static Stream<Operation> operations() {
        return Synthesised.contract().operations().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldRunEachOperationInASeparateFunction(Operation operation) {
        // When
        var function = Synthesised.of("prod").properties(FUNCTION, "Functions" + operation.title() + "Function");

        // Then
        assertThat(function.path("Handler").asText()).isEqualTo(operation.handler());
        assertThat(function.path("Description").asText()).isEqualTo(operation.summary());
        assertThat(function.path("Runtime").asText()).isEqualTo("java25");
        assertThat(function.at("/Architectures/0").asText()).isEqualTo("arm64");
        assertThat(function.path("Timeout").asInt()).isEqualTo(15);
        assertThat(function.path("MemorySize").asInt()).isEqualTo(1024);
        assertThat(function.at("/LoggingConfig/LogFormat").asText()).isEqualTo("JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldGiveEachFunctionItsOwnRoleAndLog(String environment) {
        // Given
        var synthesised = Synthesised.of(environment);

        // When
        var functions = synthesised.operations();

        // Then
        assertThat(functions).hasSameSizeAs(Synthesised.contract().operations()).allSatisfy((id, function) -> {
            var operation = id.replaceFirst("Functions(.*)Function[0-9A-F]{8}", "$1");
            assertThat(Synthesised.text(function.at("/Properties/Role")))
                    .isEqualTo("${" + synthesised.id(ROLE, "Functions" + operation + "Role") + ".Arn}");
            assertThat(Synthesised.text(function.at("/Properties/LoggingConfig/LogGroup")))
                    .isEqualTo("${" + synthesised.id(LOGS, "Functions" + operation + "Logs") + "}");
        });
    }

    @ParameterizedTest
    @CsvSource({"local, 1, Delete, false", "dev, 7, Delete, true", "staging, 30, RetainExceptOnCreate, true",
        "prod, 365, RetainExceptOnCreate, true"})
    void shouldKeepLogsForTheEnvironmentsRetention(String environment, int days, String policy, boolean accessLog) {
        // Given
        var synthesised = Synthesised.of(environment);
        var written = new ArrayList<String>();
        synthesised.resources(FUNCTION).values().forEach(function -> written
                .add(function.at("/Properties/LoggingConfig/LogGroup/Ref").asText()));
        if (accessLog) {
            written.add(synthesised.id(LOGS, "ApiAccessLog"));
        }

        // When
        var groups = synthesised.resources(LOGS);

        // Then
        assertThat(groups.keySet()).containsExactlyInAnyOrderElementsOf(written);
        assertThat(groups).allSatisfy((_, logs) -> {
            assertThat(logs.at("/Properties/RetentionInDays").asInt()).isEqualTo(days);
            assertThat(logs.path("DeletionPolicy").asText()).isEqualTo(policy);
        });
    }

    /** The variables name only the table that the role allows, and the domain suffix of the AWS partition. */
    @ParameterizedTest
    @MethodSource("operations")
    void shouldGiveEachFunctionTheNamesOfItsTables(Operation operation) {
        // Given
        var dev = Synthesised.of("dev");
        var policies = dev.properties(ROLE, "Functions" + operation.title() + "Role").path("Policies").toString();
        var expected = new TreeMap<>(Map.of("CORS_ORIGIN", "http://localhost:3000"));
        dev.resources(TABLE).keySet().stream().filter(policies::contains).forEach(id -> {
            expected.put(id.replaceFirst("Table[0-9A-F]{8}$", "_TABLE").toUpperCase(Locale.ROOT), "${" + id + '}');
            expected.put("URL_SUFFIX", "${AWS::URLSuffix}");
        });

        // When
        var variables = new TreeMap<>(dev.variables("Functions" + operation.title() + "Function"));
        // The names of a table's other variables begin with the name of its items.
        dev.resources(TABLE).keySet().stream().filter(policies::contains)
                .map(id -> id.replaceFirst("s?Table[0-9A-F]{8}$", "").toUpperCase(Locale.ROOT)).forEach(
                        item -> variables.keySet().removeIf(
                                name -> name.startsWith(item) && !expected.containsKey(name)));

        // Then
        assertThat(variables).isEqualTo(expected);
    }

    @Test
    void shouldSetNoCorsOriginWithoutTheSetting() {
        assertThat(Synthesised.of("prod").operations().values()).isNotEmpty().extracting(JsonNode::toString)
                .noneMatch(function -> function.contains("CORS_ORIGIN"));
    }

    @Test
    void shouldReachSeveralTablesWhenSeveralAllowIt() {
        // Given
        var one = new Reach("renameUser", List.of("dynamodb:UpdateItem"), "arn:one", new TreeMap<>());
        var another = new Reach("renameUser", List.of("dynamodb:PutItem"), "arn:another", new TreeMap<>());

        // When, then
        assertThat(Functions.byOperation(contract("renameUser", "checkHealth"), List.of(one, another)))
                .isEqualTo(Map.of("renameUser", List.of(one, another), "checkHealth", List.of()));
    }

    @Test
    void shouldRefuseAnOperationWithoutATable() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Functions.byOperation(contract("renameUser", "checkHealth"), List.of()))
                .withMessage("The operation renameUser of openapi.yaml has no table: list its actions in the class of"
                        + " its table (infra/…/tables), or its id in Functions.java if it needs none.");
    }

    @Test
    void shouldRefuseATableThatAllowsAnUnknownOperation() {
        // Given
        var reach = new Reach("raedUser", List.of("dynamodb:Query"), "arn", new TreeMap<>());

        // When, then
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Functions.byOperation(contract("checkHealth"), List.of(reach)))
                .withMessage("The operation raedUser is not in openapi.yaml: remove it from the class of its table"
                        + " (infra/…/tables) or from Functions.java, or correct its name there.");
    }

    private static Contract contract(String... operations) {
        return new Contract("1", Stream.of(operations).map(
                id -> new Operation(id, "users", "POST", "/" + id, "Does it", Optional.empty())).toList(),
                new TreeMap<>(), List.of(), Map.of());
    }
}
