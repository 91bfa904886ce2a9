package basics.infra.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.infra.Synthesised;

/** The properties of all tables. */
class DataTableTest {

    private static final String TABLE = "AWS::DynamoDB::Table";

    @ParameterizedTest
    @CsvSource({"local, Delete, false", "dev, Delete, false", "staging, RetainExceptOnCreate, true",
        "prod, RetainExceptOnCreate, true"})
    void shouldKeepDataWhereItIsRetained(String environment, String policy, boolean kept) {
        assertThat(Synthesised.of(environment).resources(TABLE)).isNotEmpty().allSatisfy((_, table) -> {
            assertThat(table.path("DeletionPolicy").asText()).isEqualTo(policy);
            assertThat(table.path("UpdateReplacePolicy").asText()).isEqualTo(policy.replace("ExceptOnCreate", ""));
            assertThat(table.at("/Properties/DeletionProtectionEnabled").asBoolean(!kept)).isEqualTo(kept);
            assertThat(table.at("/Properties/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                    .asBoolean(!kept)).isEqualTo(kept);
        });
    }

    @Test
    void shouldBeBilledByRequest() {
        assertThat(Stream.of("local", "dev", "staging", "prod")).allSatisfy(environment -> assertThat(
                Synthesised.of(environment).resources(TABLE)).isNotEmpty().allSatisfy(
                        (_, table) -> assertThat(
                                table.at("/Properties/BillingMode").asText()).isEqualTo("PAY_PER_REQUEST")));
    }

    /** CloudFormation refuses an attribute that is not part of a key, but only during a deployment. */
    @Test
    void shouldDefineOnlyTheAttributesOfItsKeys() {
        assertThat(Synthesised.of("prod").resources(TABLE)).isNotEmpty().allSatisfy((_, table) -> {
            var properties = table.path("Properties");
            var keys = properties.findValues("KeySchema").stream()
                    .flatMap(schema -> schema.findValuesAsText("AttributeName").stream()).distinct().toList();
            assertThat(properties.path("AttributeDefinitions").findValuesAsText("AttributeName"))
                    .containsExactlyInAnyOrderElementsOf(keys);
        });
    }
}
