package basics.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.dynamodb.Setup;
import basics.http.Variables;

class EventsEnvironmentTest {
    private static Setup with(String name, String value) {
        var variables = new LinkedHashMap<>(Map.of("AWS_REGION", "eu-central-1", "EVENTS_TABLE", "events",
                "EVENTS_BY_DATE_INDEX", "by-date"));
        variables.put(name, value);
        return Setup.of(new Variables(variables));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "30, 30", "99999, 99999", "'', 0"})
    void shouldKeepEventsForTheDaysOfItsEnvironment(String days, int retentionDays) {
        assertThat(Recorder.of(with("EVENT_RETENTION_DAYS", days)).reader().retentionDays()).isEqualTo(retentionDays);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "a", "100000", " 1", "+1", "01"})
    void shouldNotStartWithAMalformedRetention(String days) {
        assertThatThrownBy(() -> Recorder.of(with("EVENT_RETENTION_DAYS", days)))
                .hasMessageContaining("EVENT_RETENTION_DAYS");
    }

    @Test
    void shouldNotStartWithAMalformedNumberOfShards() {
        for (var shards : new String[]{"0", "101", "x"}) {
            assertThatThrownBy(() -> Recorder.of(with("EVENT_SHARDS", shards))).hasMessageContaining("EVENT_SHARDS");
            assertThatThrownBy(() -> Events.byName(with("EVENT_SHARDS", shards)))
                    .hasMessageContaining("EVENT_SHARDS");
            assertThatThrownBy(() -> Events.byDate(with("EVENT_SHARDS", shards)))
                    .hasMessageContaining("EVENT_SHARDS");
        }
    }

    @Test
    void shouldNameTheMissingVariable() {
        assertThatThrownBy(() -> Recorder.of(with("EVENTS_TABLE", ""))).hasMessageContaining("EVENTS_TABLE");
        assertThatThrownBy(() -> Events.byName(with("EVENTS_TABLE", ""))).hasMessageContaining("EVENTS_TABLE");
        assertThatThrownBy(() -> Events.byDate(with("EVENTS_BY_DATE_INDEX", "")))
                .hasMessageContaining("EVENTS_BY_DATE_INDEX");
        assertThatThrownBy(() -> Events.byDate(with("AWS_REGION", ""))).hasMessageContaining("AWS_REGION");
    }
}
