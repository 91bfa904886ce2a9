package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {

    private static final String TABLE = "AWS::DynamoDB::Table";

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldKeyUsersByEmailAndItsFirstLetter(String environment) {
        Synthesised.of(environment).template().hasResourceProperties(TABLE,
                Map.of("KeySchema", keys("email", "char"), "AttributeDefinitions", strings("email", "char"),
                        "BillingMode", "PAY_PER_REQUEST"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldKeyEventsByNameAndTimeAndIndexThemByDay(String environment) {
        Synthesised.of(environment).template().hasResourceProperties(TABLE,
                Map.of("KeySchema", keys("event", "timestamp"), "AttributeDefinitions",
                        strings("event", "timestamp", "date"), "BillingMode", "PAY_PER_REQUEST",
                        "GlobalSecondaryIndexes",
                        List.of(Map.of("IndexName", "by-date", "KeySchema", keys("date", "timestamp"), "Projection",
                                Map.of("ProjectionType", "ALL"))),
                        "TimeToLiveSpecification", Map.of("AttributeName", "expires_at", "Enabled", true)));
    }

    @Test
    void shouldIndexAndExpireNothingElse() {
        // When
        var users = Synthesised.of("prod").properties(TABLE, "Users");

        // Then
        assertThat(users.has("GlobalSecondaryIndexes")).isFalse();
        assertThat(users.has("LocalSecondaryIndexes")).isFalse();
        assertThat(users.has("TimeToLiveSpecification")).isFalse();
        Synthesised.of("prod").template().resourceCountIs(TABLE, 2);
    }

    @ParameterizedTest
    @CsvSource({"local, Delete, false", "dev, Delete, false", "staging, RetainExceptOnCreate, true",
        "prod, RetainExceptOnCreate, true"})
    void shouldKeepDataWhereItMatters(String environment, String policy, boolean kept) {
        assertThat(Synthesised.of(environment).resources(TABLE)).hasSize(2).allSatisfy((_, table) -> {
            assertThat(table.path("DeletionPolicy").asText()).isEqualTo(policy);
            assertThat(table.path("UpdateReplacePolicy").asText()).isEqualTo(policy.replace("ExceptOnCreate", ""));
            assertThat(table.at("/Properties/DeletionProtectionEnabled").asBoolean(!kept)).isEqualTo(kept);
            assertThat(table.at("/Properties/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                    .asBoolean(!kept)).isEqualTo(kept);
        });
    }

    private static List<Map<String, String>> keys(String hash, String range) {
        return List.of(Map.of("AttributeName", hash, "KeyType", "HASH"),
                Map.of("AttributeName", range, "KeyType", "RANGE"));
    }

    private static List<Map<String, String>> strings(String... names) {
        return List.of(names).stream().map(name -> Map.of("AttributeName", name, "AttributeType", "S")).toList();
    }
}
