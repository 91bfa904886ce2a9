package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceStackTest {

    /** What CloudFormation takes (CloudFormation quotas, template body in Amazon S3). */
    private static final int LONGEST_TEMPLATE = 1_000_000;

    @ParameterizedTest
    @CsvSource({"local, false", "dev, false", "staging, true", "prod, true"})
    void shouldBeProtectedWhereItHoldsDataThatMatters(String environment, boolean protectedFromDeletion) {
        // When
        var stack = Synthesised.of(environment).stack();

        // Then
        assertThat(stack.getStackName()).isEqualTo("DynamoDbBasics-" + environment);
        assertThat(stack.getTerminationProtection()).isEqualTo(protectedFromDeletion);
        assertThat(stack.getTags().tagValues()).containsEntry("service", "dynamodb-basics")
                .containsEntry("environment", environment).hasSize(2);
    }

    @Test
    void shouldSayWhereTheApiAndTheTablesAre() {
        // Given
        var prod = Synthesised.of("prod");

        // When
        var outputs = prod.json().path("Outputs");

        // Then
        assertThat(outputs.fieldNames()).toIterable().containsExactlyInAnyOrder("ApiUrl", "UsersTable", "EventsTable",
                "ClientId", "ScopePrefix", "TokenUrl", "UserPoolId");
        assertThat(Synthesised.text(outputs.at("/ApiUrl/Value")))
                .isEqualTo("https://${" + prod.resource("AWS::ApiGateway::RestApi", "Api").getKey()
                        + "}.execute-api.${AWS::Region}.${AWS::URLSuffix}/api");
        assertThat(Synthesised.text(outputs.at("/UsersTable/Value")))
                .isEqualTo("${" + prod.resource("AWS::DynamoDB::Table", "Users").getKey() + '}');
        assertThat(Synthesised.text(outputs.at("/EventsTable/Value")))
                .isEqualTo("${" + prod.resource("AWS::DynamoDB::Table", "Events").getKey() + '}');
    }

    @Test
    void shouldLeaveNamesToCloudFormationSoThatEnvironmentsCanShareAnAccount() {
        assertThat(Synthesised.of("prod").json().path("Resources"))
                .filteredOn(resource -> !resource.path("Type").asText()
                        .matches("AWS::Lambda::(Permission|Version|Alias)"))
                .isNotEmpty().allSatisfy(resource -> {
                    var properties = resource.path("Properties");
                    assertThat(properties.has("TableName")).isFalse();
                    assertThat(properties.has("FunctionName")).isFalse();
                    assertThat(properties.has("RoleName")).isFalse();
                    assertThat(properties.has("LogGroupName")).isFalse();
                    assertThat(properties.has("UserPoolName")).isFalse();
                    assertThat(properties.has("ClientName")).isFalse();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldBeTheSameEachTime(String environment) {
        // Given
        var first = Synthesised.of(environment);

        // When
        var second = Synthesised.again(environment, UnaryOperator.identity());

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
}
