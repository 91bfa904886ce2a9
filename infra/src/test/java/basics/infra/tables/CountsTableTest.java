package basics.infra.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTableTest {

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldBeKeyedByEventAndDay(String environment) {
        // When
        var counts = Keys.table(environment, "Counts");

        // Then
        assertThat(Keys.of(counts, counts.path("KeySchema"))).isEqualTo("event S HASH, day S RANGE");
        assertThat(counts.has("GlobalSecondaryIndexes")).isFalse();
    }

    /** Only the items that tell which records are counted have the attribute. Counts themselves are kept. */
    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldForgetWhichRecordsAreCounted(String environment) {
        // When
        var counts = Keys.table(environment, "Counts");

        // Then
        assertThat(counts.at("/TimeToLiveSpecification/AttributeName").asText()).isEqualTo("expires_at");
        assertThat(counts.at("/TimeToLiveSpecification/Enabled").asBoolean()).isTrue();
        assertThat(counts.has("StreamSpecification")).isFalse();
    }
}
