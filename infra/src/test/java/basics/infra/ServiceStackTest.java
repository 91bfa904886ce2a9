package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awscdk.assertions.Template;

class ServiceStackTest {

    /** The limit in bytes (CloudFormation quotas, template body in Amazon S3). */
    private static final int LONGEST_TEMPLATE = 1_000_000;

    @ParameterizedTest
    @CsvSource({"local, false", "dev, false", "staging, true", "prod, true"})
    void shouldBeProtectedWhereDataIsRetained(String environment, boolean protectedFromDeletion) {
        // When
        var stack = Synthesised.of(environment).stack();

        // Then
        assertThat(stack.getStackName()).isEqualTo("DynamoDbBasics-" + environment);
        assertThat(stack.getTerminationProtection()).isEqualTo(protectedFromDeletion);
        assertThat(stack.getTags().tagValues()).containsEntry("service", "dynamodb-basics")
                .containsEntry("environment", environment).hasSize(2);
    }

    @Test
    void shouldOutputTheApisUrlTheTablesAndTheQueue() {
        // Given
        var prod = Synthesised.of("prod");

        var tables = prod.resources("AWS::DynamoDB::Table").keySet();
        var expected = new ArrayList<>(List.of("ApiUrl", "ClientId", "FailedCountsQueue", "ScopePrefix", "TokenUrl",
                "UserPoolId"));
        tables.forEach(table -> expected.add(output(table)));

        // When
        var outputs = prod.json().path("Outputs");

        // Then
        assertThat(outputs.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Synthesised.text(outputs.at("/ApiUrl/Value"))).isEqualTo("https://${"
                + prod.id("AWS::ApiGateway::RestApi", "Api") + "}.execute-api.${AWS::Region}.${AWS::URLSuffix}/api");
        // The Ref of a queue is its URL (CloudFormation, AWS::SQS::Queue, return values).
        assertThat(Synthesised.text(outputs.at("/FailedCountsQueue/Value")))
                .isEqualTo("${" + prod.id("AWS::SQS::Queue", "KeepCounts") + '}');
        assertThat(tables).isNotEmpty().allSatisfy(table -> assertThat(
                Synthesised.text(outputs.path(output(table)).path("Value"))).isEqualTo("${" + table + '}'));
    }

    @Test
    void shouldLeaveNamesToCloudFormation() {
        assertThat(Synthesised.of("prod").json().path("Resources"))
                .filteredOn(resource -> !resource.path("Type").asText()
                        .matches("AWS::Lambda::(Permission|Version|Alias|EventSourceMapping)"))
                .isNotEmpty().allSatisfy(resource -> {
                    var properties = resource.path("Properties");
                    assertThat(properties.has("TableName")).isFalse();
                    assertThat(properties.has("FunctionName")).isFalse();
                    assertThat(properties.has("RoleName")).isFalse();
                    assertThat(properties.has("LogGroupName")).isFalse();
                    assertThat(properties.has("UserPoolName")).isFalse();
                    assertThat(properties.has("ClientName")).isFalse();
                    assertThat(properties.has("QueueName")).isFalse();
                    assertThat(properties.has("AlarmName")).isFalse();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldBeTheSameEachTime(String environment) {
        // Given
        var first = Synthesised.of(environment);

        // When
        var second = Synthesised.anew(environment);

        // Then
        assertThat(second.templateFile()).isEqualTo(first.templateFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldStayWithinCloudFormationsLimits(String environment, TestReporter reporter) {
        // When
        var size = Synthesised.of(environment).templateFile().getBytes(StandardCharsets.UTF_8).length;
        var resources = Synthesised.of(environment).json().path("Resources").size();

        // Then
        reporter.publishEntry(environment, size + " bytes, " + resources + " resources");
        assertThat(size).isLessThan(LONGEST_TEMPLATE);
        assertThat(resources).isLessThan(500);
    }

    /** CloudFormation refuses circular dependencies, but only during a deployment. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void shouldHaveNoCircularDependencies(String environment) {
        assertThatCode(() -> Template.fromStack(Synthesised.of(environment).stack())).doesNotThrowAnyException();
    }

    /** The name of a table's output: the table's logical id without its hash, such as {@code UsersTable}. */
    private static String output(String table) {
        return table.replaceFirst("[0-9A-F]{8}$", "");
    }
}
