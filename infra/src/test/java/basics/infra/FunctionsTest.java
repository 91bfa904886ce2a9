package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionsTest {

    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String ROLE = "AWS::IAM::Role";
    private static final String LOGS = "AWS::Logs::LogGroup";

    @ParameterizedTest
    @CsvSource({"CreateUser, basics.users.CreateUser", "ListUsers, basics.users.ListUsers",
        "ReadUser, basics.users.ReadUser", "UpdateUser, basics.users.UpdateUser",
        "DeleteUser, basics.users.DeleteUser", "RecordEvent, basics.events.RecordEvent",
        "RecordEvents, basics.events.RecordEvents", "QueryEvents, basics.events.QueryEvents",
        "ListEventsOnDate, basics.events.ListEventsOnDate", "CheckHealth, basics.health.CheckHealth"})
    void shouldRunEachOperationInAFunctionOfItsOwn(String operation, String handler) {
        // When
        var function = function("prod", operation);

        // Then
        assertThat(function.path("Handler").asText()).isEqualTo(handler);
        assertThat(function.path("Runtime").asText()).isEqualTo("java25");
        assertThat(function.at("/Architectures/0").asText()).isEqualTo("arm64");
        assertThat(function.path("Timeout").asInt()).isEqualTo(15);
        assertThat(function.path("MemorySize").asInt()).isEqualTo(1024);
        assertThat(function.at("/LoggingConfig/LogFormat").asText()).isEqualTo("JSON");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        CreateUser       | dynamodb:PutItem                    | ${Users.Arn}
        ListUsers        | dynamodb:Scan                       | ${Users.Arn}
        ReadUser         | dynamodb:Query                      | ${Users.Arn}
        UpdateUser       | dynamodb:UpdateItem, dynamodb:Query | ${Users.Arn}
        DeleteUser       | dynamodb:DeleteItem                 | ${Users.Arn}
        RecordEvent      | dynamodb:PutItem                    | ${Events.Arn}
        RecordEvents     | dynamodb:PutItem                    | ${Events.Arn}
        QueryEvents      | dynamodb:Query                      | ${Events.Arn}
        ListEventsOnDate | dynamodb:Query                      | ${Events.Arn}/index/by-date
        CheckHealth      |                                     |
        """)
    void shouldAllowEachFunctionWhatItNeedsAndNothingElse(String operation, String actions, String resource) {
        for (var environment : List.of("local", "dev", "staging", "prod")) {
            // Given
            var expected = new ArrayList<String>();
            if (actions != null) {
                List.of(actions.split(", ")).forEach(action -> expected.add(action + " on " + resource));
            }
            expected.add("logs:CreateLogStream on ${" + operation + ".Logs.Arn}");
            expected.add("logs:PutLogEvents on ${" + operation + ".Logs.Arn}");

            // When
            var role = Synthesised.of(environment).properties(ROLE, "Functions" + operation + "Role");

            // Then
            assertThat(allowed(environment, operation, role)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(role.has("ManagedPolicyArns")).isFalse();
            assertThat(role.at("/AssumeRolePolicyDocument/Statement")).hasSize(1);
            assertThat(role.at("/AssumeRolePolicyDocument/Statement/0/Principal/Service").asText())
                    .isEqualTo("lambda.amazonaws.com");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldGiveEachFunctionItsOwnRoleAndLog(String environment) {
        // When
        var functions = Synthesised.of(environment).resources(FUNCTION);
        functions.keySet().removeIf(id -> id.startsWith("Authorizer"));

        // Then
        assertThat(functions).hasSize(10).allSatisfy((id, function) -> {
            var operation = id.replaceFirst("Functions(.*)Function[0-9A-F]{8}", "$1");
            assertThat(Synthesised.text(function.at("/Properties/Role")))
                    .isEqualTo("${" + id(environment, ROLE, "Functions" + operation + "Role") + ".Arn}");
            assertThat(Synthesised.text(function.at("/Properties/LoggingConfig/LogGroup")))
                    .isEqualTo("${" + id(environment, LOGS, "Functions" + operation + "Logs") + "}");
        });
    }

    @ParameterizedTest
    @CsvSource({"local, 1, Delete, 11", "dev, 7, Delete, 12", "staging, 30, RetainExceptOnCreate, 12",
        "prod, 365, RetainExceptOnCreate, 12"})
    void shouldKeepLogsAsLongAsTheEnvironmentSays(String environment, int days, String policy, int groups) {
        assertThat(Synthesised.of(environment).resources(LOGS)).hasSize(groups).allSatisfy((_, logs) -> {
            assertThat(logs.at("/Properties/RetentionInDays").asInt()).isEqualTo(days);
            assertThat(logs.path("DeletionPolicy").asText()).isEqualTo(policy);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        CreateUser       | USERS_TABLE=${Users}
        ListUsers        | USERS_TABLE=${Users}
        ReadUser         | USERS_TABLE=${Users}
        UpdateUser       | USERS_TABLE=${Users}
        DeleteUser       | USERS_TABLE=${Users}
        RecordEvent      | EVENTS_TABLE=${Events}, EVENT_RETENTION_DAYS=30
        RecordEvents     | EVENTS_TABLE=${Events}, EVENT_RETENTION_DAYS=30
        QueryEvents      | EVENTS_TABLE=${Events}
        ListEventsOnDate | EVENTS_BY_DATE_INDEX=by-date, EVENTS_TABLE=${Events}
        CheckHealth      |
        """)
    void shouldTellEachFunctionOnlyWhatItNeeds(String operation, String variables) {
        // Given
        var cors = "CORS_ORIGIN=http://localhost:3000";

        // When
        var environment = variables(operation);
        environment.remove("URL_SUFFIX");

        // Then
        var found = environment.entrySet().stream().map(Map.Entry::toString).map(text -> named("dev", text)).toList();
        assertThat(String.join(", ", found)).isEqualTo(variables == null ? cors : cors + ", " + variables);
    }

    /** So that no function has to know which partition of AWS ends its names how. */
    @Test
    void shouldTellEachFunctionWithDataHowNamesEndWhereItRuns() {
        // Given
        var operations = Project.find().contract().operations();

        // When, then
        assertThat(operations).isNotEmpty().allSatisfy(operation -> assertThat(
                Optional.ofNullable(variables(operation.title()).get("URL_SUFFIX"))).isEqualTo(
                        Optional.of("${AWS::URLSuffix}").filter(_ -> Grant.of(operation).data() != Grant.Data.NONE)));
    }

    @Test
    void shouldKeepEventsForEverAndSayNothingOfCorsWhereTheEnvironmentDoesNot() {
        assertThat(Synthesised.of("prod").resources(FUNCTION).values())
                .flatExtracting(function -> function.at("/Properties/Environment/Variables").properties())
                .extracting(Map.Entry::getKey).isNotEmpty().doesNotContain("EVENT_RETENTION_DAYS", "CORS_ORIGIN");
    }

    private static SortedMap<String, String> variables(String operation) {
        var variables = new TreeMap<String, String>();
        function("dev", operation).at("/Environment/Variables").properties()
                .forEach(variable -> variables.put(variable.getKey(), Synthesised.text(variable.getValue())));
        return variables;
    }

    private static List<String> allowed(String environment, String operation, JsonNode role) {
        var allowed = new ArrayList<String>();
        for (var policy : role.path("Policies")) {
            for (var statement : policy.at("/PolicyDocument/Statement")) {
                assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
                for (var action : list(statement.path("Action"))) {
                    for (var resource : list(statement.path("Resource"))) {
                        allowed.add(action.asText() + " on " + named(environment, Synthesised.text(resource))
                                .replace(id(environment, LOGS, "Functions" + operation + "Logs"), operation + ".Logs"));
                    }
                }
            }
        }
        return allowed;
    }

    private static List<JsonNode> list(JsonNode oneOrMany) {
        return oneOrMany.isArray() ? oneOrMany.valueStream().toList() : List.of(oneOrMany);
    }

    private static String named(String environment, String text) {
        return text.replace(id(environment, "AWS::DynamoDB::Table", "Users"), "Users")
                .replace(id(environment, "AWS::DynamoDB::Table", "Events"), "Events");
    }

    private static String id(String environment, String type, String prefix) {
        return Synthesised.of(environment).resource(type, prefix).getKey();
    }

    private static JsonNode function(String environment, String operation) {
        return Synthesised.of(environment).properties(FUNCTION, "Functions" + operation + "Function");
    }
}
