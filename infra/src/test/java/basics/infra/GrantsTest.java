package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import basics.infra.contract.Operation;

/** The permissions of each operation's function. This is the list for security reviews. */
class GrantsTest {

    private static final String LIST = """
        createUser       | PutItem                      | Users
        listUsers        | Scan                         | Users
        readUser         | Query                        | Users
        updateUser       | UpdateItem, Query            | Users
        deleteUser       | DeleteItem                   | Users
        recordEvent      | PutItem, Query, BatchGetItem | Events
        recordEvents     | PutItem, Query, BatchGetItem | Events
        queryEvents      | Query                        | Events
        listEventsOnDate | Query                        | Events, Events/index/by-date
        countEvents      | Query                         | Events, Counts
        checkHealth      | nothing                      | no table
        """;

    @Test
    void shouldBeListedForEachOperation() {
        assertThat(list()).extracting(Grant::operation).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
                Synthesised.contract().operations().stream().map(Operation::id).toList());
    }

    @ParameterizedTest
    @MethodSource("list")
    void shouldAllowOnlyTheListedActions(Grant grant) {
        // Given
        var operation = grant.operation().substring(0, 1).toUpperCase(Locale.ROOT)
                + grant.operation().substring(1);
        for (var environment : List.of("local", "dev", "staging", "prod")) {
            var synthesised = Synthesised.of(environment);
            var logs = synthesised.id("AWS::Logs::LogGroup", "Functions" + operation + "Logs");
            var expected = new ArrayList<>(grant.allowed());
            expected.add("logs:CreateLogStream on ${" + logs + ".Arn}");
            expected.add("logs:PutLogEvents on ${" + logs + ".Arn}");

            // When
            var role = synthesised.properties("AWS::IAM::Role", "Functions" + operation + "Role");

            // Then
            assertThat(allowed(synthesised, role)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(role.has("ManagedPolicyArns")).isFalse();
            assertThat(role.at("/AssumeRolePolicyDocument/Statement")).singleElement().satisfies(
                    statement -> assertThat(statement.at("/Principal/Service").asText())
                            .isEqualTo("lambda.amazonaws.com"));
        }
    }

    /** Lambda reads the stream and writes to the queue in the name of the function's role. */
    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldAllowTheFunctionThatCountsOnlyItsTableStreamAndQueue(String environment) {
        // Given
        var synthesised = Synthesised.of(environment);
        var logs = synthesised.id("AWS::Logs::LogGroup", "KeepCounts");
        var queue = synthesised.id("AWS::SQS::Queue", "KeepCounts");
        var stream = synthesised.id("AWS::DynamoDB::Table", "Events") + ".StreamArn}";

        // When
        var role = synthesised.properties("AWS::IAM::Role", "KeepCounts");

        // Then
        assertThat(allowed(synthesised, role)).containsExactlyInAnyOrder("dynamodb:UpdateItem on Counts",
                "dynamodb:DescribeStream on ${" + stream, "dynamodb:GetRecords on ${" + stream,
                "dynamodb:GetShardIterator on ${" + stream, "dynamodb:ListStreams on *",
                "sqs:SendMessage on ${" + queue + ".Arn}", "logs:CreateLogStream on ${" + logs + ".Arn}",
                "logs:PutLogEvents on ${" + logs + ".Arn}");
        assertThat(role.has("ManagedPolicyArns")).isFalse();
    }

    private static Stream<Grant> list() {
        return LIST.lines().map(line -> line.strip().split(" *\\| *", -1))
                .map(cells -> new Grant(cells[0], cells[1], cells[2]));
    }

    /** A line of the list. */
    private record Grant(String operation, String actions, String on) {

        List<String> allowed() {
            return actions.equals("nothing")
                    ? List.of()
                    : Arrays.stream(actions.split(", ", -1)).flatMap(action -> Arrays.stream(on.split(", ", -1))
                            .map(table -> "dynamodb:" + action + " on " + table)).toList();
        }
    }

    private static List<String> allowed(Synthesised synthesised, JsonNode role) {
        var allowed = new ArrayList<String>();
        for (var policy : role.path("Policies")) {
            for (var statement : policy.at("/PolicyDocument/Statement")) {
                assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
                for (var action : list(statement.path("Action"))) {
                    for (var resource : list(statement.path("Resource"))) {
                        allowed.add(action.asText() + " on " + tableNamed(synthesised, Synthesised.text(resource)));
                    }
                }
            }
        }
        return allowed;
    }

    private static List<JsonNode> list(JsonNode oneOrMany) {
        return oneOrMany.isArray() ? oneOrMany.valueStream().toList() : List.of(oneOrMany);
    }

    /** The ARN of a table as the name of its construct. */
    private static String tableNamed(Synthesised synthesised, String arn) {
        for (var id : synthesised.resources("AWS::DynamoDB::Table").keySet()) {
            arn = arn.replace("${" + id + ".Arn}", id.replaceFirst("Table[0-9A-F]{8}$", ""));
        }
        return arn;
    }
}
