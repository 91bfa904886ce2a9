package basics.infra.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.infra.Synthesised;

class EventsTableTest {

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldBeKeyedByNameAndTimeAndIndexedByDay(String environment) {
        // When
        var events = Keys.table(environment, "Events");

        // Then
        assertThat(Keys.of(events, events.path("KeySchema"))).isEqualTo("event S HASH, timestamp S RANGE");
        assertThat(events.path("GlobalSecondaryIndexes")).singleElement().satisfies(index -> {
            assertThat(index.path("IndexName").asText()).isEqualTo("by-date");
            assertThat(Keys.of(events, index.path("KeySchema"))).isEqualTo("date S HASH, timestamp S RANGE");
            assertThat(index.at("/Projection/ProjectionType").asText()).isEqualTo("ALL");
        });
        assertThat(events.at("/TimeToLiveSpecification/AttributeName").asText()).isEqualTo("expires_at");
        assertThat(events.at("/TimeToLiveSpecification/Enabled").asBoolean()).isTrue();
    }

    /** Only functions that write events need to know after how many days they expire. */
    @Test
    void shouldGiveTheRetentionToFunctionsThatWriteEvents() {
        assertThat(Synthesised.contract().operations()).isNotEmpty().allSatisfy(operation -> {
            var function = "Functions" + operation.title();
            var policies = Synthesised.of("dev").properties("AWS::IAM::Role", function + "Role").toString();
            var writes = policies.contains("dynamodb:PutItem") && policies.contains("\"EventsTable");

            assertThat(Synthesised.of("dev").variables(function + "Function").getOrDefault("EVENT_RETENTION_DAYS", ""))
                    .isEqualTo(writes ? "30" : "");
            assertThat(Synthesised.of("prod").variables(function + "Function"))
                    .doesNotContainKey("EVENT_RETENTION_DAYS");
        });
    }

    @ParameterizedTest
    @CsvSource({"ListEventsOnDate, by-date", "QueryEvents, ''", "RecordEvent, ''"})
    void shouldGiveTheIndexToFunctionsThatReadIt(String operation, String index) {
        assertThat(Synthesised.of("prod").variables("Functions" + operation + "Function")
                .getOrDefault("EVENTS_BY_DATE_INDEX", "")).isEqualTo(index);
    }
}
