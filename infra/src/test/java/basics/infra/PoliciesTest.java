package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Rules for every policy of every environment. */
class PoliciesTest {

    private static final String TABLE = "AWS::DynamoDB::Table";
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final String LOGS = "AWS::Logs::LogGroup";

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldAllowNamedActionsOnNamedResources(String environment) {
        // Given
        var synthesised = withCi(environment);

        // When
        var statements = statements(synthesised);

        // Then
        assertThat(statements).hasSizeGreaterThan(Synthesised.contract().operations().size()).allSatisfy(statement -> {
            assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
            assertThat(statement.has("NotAction") || statement.has("NotResource")).isFalse();
            assertThat(texts(statement.path("Action"))).isNotEmpty()
                    .allMatch(action -> action.matches("[a-z-]+:[A-Za-z]+"));
            // The wildcard stands for the stack's id, which a caller that names the stack doesn't know. Listing streams
            // is for all or none.
            assertThat(texts(statement.path("Resource"))).isNotEmpty().noneMatch(resource -> resource
                    .replace(":stack/DynamoDbBasics-" + environment + "/*", "").contains("*")
                    && !texts(statement.path("Action")).equals(List.of("dynamodb:ListStreams")));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldReachOnlyTablesIndexesStreamsQueuesAndTheFunctionsLog(String environment) {
        // Given
        var synthesised = Synthesised.of(environment);
        var tables = new ArrayList<String>();
        synthesised.resources(TABLE).forEach((id, table) -> {
            tables.add("${" + id + ".Arn}");
            tables.add("${" + id + ".StreamArn}");
            table.at("/Properties/GlobalSecondaryIndexes").findValuesAsText("IndexName")
                    .forEach(index -> tables.add("${" + id + ".Arn}/index/" + index));
        });
        var queues = synthesised.resources(QUEUE).keySet().stream().map(id -> "${" + id + ".Arn}").toList();
        var logs = synthesised.resources(LOGS).keySet().stream().map(id -> "${" + id + ".Arn}").toList();
        var reachable = Map.of("dynamodb", tables, "sqs", queues, "logs", logs);

        // When
        var statements = statements(synthesised);
        statements.removeIf(statement -> statement.path("Action").asText().equals("dynamodb:ListStreams"));

        // Then
        assertThat(statements).isNotEmpty().allSatisfy(statement -> {
            var services = texts(statement.path("Action")).stream().map(action -> action.split(":", 2)[0]).distinct();
            assertThat(services).singleElement().satisfies(service -> assertThat(texts(statement.path("Resource")))
                    .isSubsetOf(reachable.getOrDefault(service, List.of())));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldUseNoManagedPolicyButTheOneForApiGatewaysLogs(String environment) {
        // When
        var borrowed = Synthesised.of(environment).resources("AWS::IAM::Role").values().stream()
                .flatMap(role -> role.at("/Properties/ManagedPolicyArns").valueStream()).map(Synthesised::text)
                .toList();

        // Then
        assertThat(borrowed).hasSize(environment.equals("local") ? 0 : 1).allMatch(
                policy -> policy.endsWith(":iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"));
    }

    @Test
    void shouldBeAttachedToRolesOfTheStackUnlessCiHasARole() {
        for (var environment : List.of("local", "dev", "staging", "prod")) {
            assertThat(Synthesised.of(environment).json().path("Resources").findValuesAsText("Type"))
                    .doesNotContain("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::User", "AWS::IAM::Group");
        }
    }

    private static Synthesised withCi(String environment) {
        return Synthesised.of(environment, environment.equals("local") ? Map.of() : Map.of("ciRole", "ci"));
    }

    private static List<JsonNode> statements(Synthesised synthesised) {
        var statements = new ArrayList<JsonNode>();
        for (var type : List.of("AWS::IAM::Role", "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")) {
            synthesised.resources(type).values().stream().map(resource -> resource.path("Properties"))
                    .flatMap(properties -> properties.findValues("PolicyDocument").stream())
                    .forEach(document -> document.path("Statement").forEach(statements::add));
        }
        return statements;
    }

    private static List<String> texts(JsonNode oneOrMany) {
        return (oneOrMany.isArray() ? oneOrMany.valueStream() : Stream.of(oneOrMany))
                .map(Synthesised::text).toList();
    }
}
