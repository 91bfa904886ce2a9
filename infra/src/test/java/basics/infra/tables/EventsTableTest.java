package basics.infra.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.infra.Synthesised;
import basics.infra.settings.Environment;
import basics.infra.settings.Project;

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

    /** An event's keys and its old image suffice to count it. */
    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldTellItsChangesInAStreamOfOldImages(String environment) {
        assertThat(Keys.table(environment, "Events").at("/StreamSpecification/StreamViewType").asText())
                .isEqualTo("OLD_IMAGE");
    }

    /** The variable is left out for one shard, which is the layout of the article. */
    @ParameterizedTest
    @CsvSource({"local, 1, ''", "dev, 1, ''", "staging, 4, 4", "prod, 4, 4", "prod, 1, ''", "dev, 100, 100"})
    void shouldGiveTheNumberOfShardsToFunctionsOfEvents(String environment, int shards, String variable) {
        // Given
        var synthesised = Synthesised.of(environment, Map.of("eventShards", shards));

        // When, then
        assertThat(Synthesised.contract().operations()).isNotEmpty().allSatisfy(operation -> {
            var function = "Functions" + operation.title();
            var reads = synthesised.properties("AWS::IAM::Role", function + "Role").toString()
                    .contains("\"EventsTable");
            assertThat(synthesised.variables(function + "Function").getOrDefault("EVENT_SHARDS", ""))
                    .isEqualTo(reads ? variable : "");
        });
    }

    @ParameterizedTest
    @CsvSource({"local, 1", "dev, 1", "staging, 4", "prod, 4"})
    void shouldBeSpreadByTheSettings(String environment, int shards) {
        assertThat(Environment.chosen(Project.find().context(environment)::get).eventShards()).isEqualTo(shards);
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
