package basics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TimeRangeTest {
    private static final String KEY = "2026-11-22T10:00:00.000000000Z";
    private static final Instant INSTANT = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"a, b, false", "a, a, true", "b, a, true", "a, , false", ", a, false", ", , false"})
    void shouldBeEmptyUnlessItsBeginningIsBeforeItsEnd(@Nullable String from, @Nullable String to, boolean empty) {
        assertThat(new TimeRange(from, to).isEmpty()).isEqualTo(empty);
    }

    @ParameterizedTest
    @CsvSource({"a, b, '#timestamp BETWEEN :from AND :to'", "a, , '#timestamp >= :from'", ", b, '#timestamp <= :to'"})
    void shouldMakeTheKeyCondition(@Nullable String from, @Nullable String to, String condition) {
        var names = new LinkedHashMap<String, String>();
        var values = new LinkedHashMap<String, AttributeValue>();

        assertThat(new TimeRange(from, to).condition(names, values)).isEqualTo(condition);

        assertThat(names).hasSize(1).containsEntry("#timestamp", "timestamp");
        assertThat(values.containsKey(":from")).isEqualTo(from != null);
        assertThat(values.containsKey(":to")).isEqualTo(to != null);
    }

    /** DynamoDB refuses a name or a value that no expression uses. */
    @Test
    void shouldMakeNoKeyConditionWithoutABound() {
        var names = new LinkedHashMap<String, String>();
        var values = new LinkedHashMap<String, AttributeValue>();

        assertThat(new TimeRange(null, null).condition(names, values)).isNull();
        assertThat(names).isEmpty();
        assertThat(values).isEmpty();
    }

    @Test
    void shouldBeginBeforeAllKeysOfAnInstantAndEndAfterThem() {
        assertThat(SortKey.start(INSTANT)).isEqualTo(KEY);
        assertThat(SortKey.of(INSTANT, "").stored()).isGreaterThan(SortKey.start(INSTANT)).isEqualTo(KEY + "#");
        assertThat(SortKey.of(INSTANT, "\udbff\udfff".repeat(64)).stored()).isLessThan(SortKey.end(INSTANT));
        assertThat(SortKey.end(INSTANT)).isLessThan(SortKey.start(INSTANT.plusNanos(1)));
    }
}
