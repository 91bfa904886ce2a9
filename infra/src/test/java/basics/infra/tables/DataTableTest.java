package basics.infra.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.infra.Synthesised;

/** What all tables have in common. */
class DataTableTest {

    private static final String TABLE = "AWS::DynamoDB::Table";

    @ParameterizedTest
    @CsvSource({"local, Delete, false", "dev, Delete, false", "staging, RetainExceptOnCreate, true",
        "prod, RetainExceptOnCreate, true"})
    void shouldKeepDataWhereItMatters(String environment, String policy, boolean kept) {
        assertThat(Synthesised.of(environment).resources(TABLE)).isNotEmpty().allSatisfy((_, table) -> {
            assertThat(table.path("DeletionPolicy").asText()).isEqualTo(policy);
            assertThat(table.path("UpdateReplacePolicy").asText()).isEqualTo(policy.replace("ExceptOnCreate", ""));
            assertThat(table.at("/Properties/DeletionProtectionEnabled").asBoolean(!kept)).isEqualTo(kept);
            assertThat(table.at("/Properties/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                    .asBoolean(!kept)).isEqualTo(kept);
        });
    }

    @Test
    void shouldBePaidForByTheRequest() {
        assertThat(Stream.of("local", "dev", "staging", "prod")).allSatisfy(environment -> assertThat(
                Synthesised.of(environment).resources(TABLE)).isNotEmpty().allSatisfy(
                        (_, table) -> assertThat(
                                table.at("/Properties/BillingMode").asText()).isEqualTo("PAY_PER_REQUEST")));
    }

    /** An attribute that no key has is an error of CloudFormation's, which only a deployment would tell. */
    @Test
    void shouldDefineTheAttributesOfItsKeysAlone() {
        assertThat(Synthesised.of("prod").resources(TABLE)).isNotEmpty().allSatisfy((_, table) -> {
            var properties = table.path("Properties");
            var keys = properties.findValues("KeySchema").stream()
                    .flatMap(schema -> schema.findValuesAsText("AttributeName").stream()).distinct().toList();
            assertThat(properties.path("AttributeDefinitions").findValuesAsText("AttributeName"))
                    .containsExactlyInAnyOrderElementsOf(keys);
        });
    }
}
