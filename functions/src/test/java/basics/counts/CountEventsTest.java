package basics.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.dynamodb.Values;
import basics.events.ShardKey;
import basics.testing.Answer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CountEventsTest {
    private static final CountCalls calls = new CountCalls();

    private static void put(String key, String day, Map<String, AttributeValue> counters) {
        var item = new HashMap<>(counters);
        item.put("event", Values.text(key));
        item.put("day", Values.text(day));
        calls.tables.client().putItem(put -> put.tableName(calls.counts).item(item));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static List<String> periods(Answer answer) {
        return answer.items().stream().map(item -> item.get("period").textValue()).toList();
    }

    @Test
    void shouldAnswerEveryHourOfTheRange() {
        put("hours", "2026-11-22", Map.of("h10", number(3), "h12", number(5), "h23", number(7)));
        put("hours", "2026-11-23", Map.of("h00", number(1)));

        assertThat(calls.count("hours", "from", "2026-11-22T10", "to", "2026-11-22T13").body()).isEqualTo("""
            {"items":[{"period":"2026-11-22T10","count":3},{"period":"2026-11-22T11","count":0},\
            {"period":"2026-11-22T12","count":5}],"count":3}""");
        assertThat(CountCalls.counted(calls.count("hours", "from", "2026-11-22T23", "to", "2026-11-23T01")))
                .isEqualTo(Map.of("2026-11-22T23", 7, "2026-11-23T00", 1));
    }

    @Test
    void shouldAnswerEveryDayOfTheRange() {
        put("days", "2026-02-28", Map.of("h00", number(3), "h23", number(4)));
        put("days", "2026-03-01", Map.of("h05", number(9_007_199_254_740_000L)));

        assertThat(calls.count("days", "from", "2026-02-28", "to", "2026-03-03", "by", "day").body()).isEqualTo("""
            {"items":[{"period":"2026-02-28","count":7},{"period":"2026-03-01","count":9007199254740000},\
            {"period":"2026-03-02","count":0}],"count":3}""");
    }

    /** Periods are whole. A bound within one brings all of it, since counts know no minutes. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:59:59.999999999Z, 2026-11-22T11:00:00.000000001Z, hour, 2026-11-22T10, 2026-11-22T11",
        "2026-11-22T10:00:00Z, 2026-11-22T11:00:00Z, hour, 2026-11-22T10, 2026-11-22T10",
        "2026-11-22T10:30:00+01:00, 2026-11-22T12:00:00+01:00, hour, 2026-11-22T09, 2026-11-22T10",
        "2026-11-22T00:30:00+01:00, 2026-11-22T01:00:00+01:00, hour, 2026-11-21T23, 2026-11-21T23",
        "2026-11-22T05:15:00+05:30, 2026-11-22T05:45:00+05:30, hour, 2026-11-21T23, 2026-11-22T00",
        "2026-11-22T23, 2026-11-23, hour, 2026-11-22T23, 2026-11-22T23",
        "2026-11-22t23, 2026-11-23t00, hour, 2026-11-22T23, 2026-11-22T23",
        "2026-11-22T23, 2026-11-23T01, day, 2026-11-22, 2026-11-23",
        "2026-11-22, 2026-11-23, day, 2026-11-22, 2026-11-22",
        "2024-02-29, 2024-03-01, hour, 2024-02-29T00, 2024-02-29T23",
        "1969-12-31T23:59:59Z, 1970-01-01T00:00:01Z, hour, 1969-12-31T23, 1970-01-01T00",
        "1969-12-31, 1970-01-02, day, 1969-12-31, 1970-01-01",
        "0000-01-01, 0000-01-02, hour, 0000-01-01T00, 0000-01-01T23",
        "9999-12-31T23, 9999-12-31T23:59:59.999999999Z, hour, 9999-12-31T23, 9999-12-31T23",
        "9999-12-31, 9999-12-31T23:59:59Z, day, 9999-12-31, 9999-12-31",
    })
    void shouldAnswerThePeriodsThatTheRangeTouches(String from, String to, String by, String first, String last) {
        var answer = calls.count("touched", "from", from, "to", to, "by", by);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(periods(answer)).startsWith(first).endsWith(last).doesNotHaveDuplicates().isSorted();
        assertThat(answer.json().get("count").intValue()).isEqualTo(answer.items().size());
    }

    @Test
    void shouldAnswerWholeDaysWithoutAnyTimeZone() {
        // In many places the clocks are changed on these days.
        assertThat(periods(calls.count("e", "from", "2026-03-29", "to", "2026-03-30"))).hasSize(24);
        assertThat(periods(calls.count("e", "from", "2026-10-25", "to", "2026-10-26"))).hasSize(24);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, 2026-11-22", "2026-11-22T10:30:00Z, 2026-11-22T11:30:00+01:00",
        "2026-11-22T00, 2026-11-22"})
    void shouldAnswerNothingForAnEmptyRange(String from, String to) {
        assertThat(calls.count("e", "from", from, "to", to).body()).isEqualTo("{\"items\":[],\"count\":0}");
    }

    @ParameterizedTest
    @CsvSource({"hour, 2026-10-01, 2026-11-01, 744", "day, 2024-01-01, 2026-01-01, 731",
        "hour, 2026-10-01T00:59:59Z, 2026-10-31T23:00:01Z, 744"})
    void shouldAnswerAsManyPeriodsAsTheContractSays(String by, String from, String to, int count) {
        var answer = calls.count("e", "from", from, "to", to, "by", by);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.items()).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({"hour, 2026-10-01, 2026-11-01T01, by=day", "hour, 0000-01-01, 9999-12-31, 744 hours",
        "hour, 2026-10-01, 2026-11-01T00:00:00.000000001Z, 744 hours",
        "day, 2024-01-01, 2026-01-02, 731 days", "day, 0000-01-01, 9999-12-31, 731 days"})
    void shouldRefuseMorePeriods(String by, String from, String to, String detail) {
        var answer = calls.count("e", "from", from, "to", to, "by", by);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly("to");
        assertThat(answer.body()).contains(detail);
    }

    @Test
    void shouldRefuseAnEndBeforeTheStart() {
        var answer = calls.count("e", "from", "2026-11-22T10:00:00Z", "to", "2026-11-22T09:59:59.999999999Z");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly("from");
        assertThat(answer.body()).contains("must not be later than to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2026", "2026-11", "2026-13-01", "2026-02-29", "2026-11-22T", "2026-11-22T24",
        "2026-11-22T1", "2026-11-22T10:15", "2026-11-22T10:15:30", "2026-11-22T10:15:30 01:00", "2026-11-22 10",
        " 2026-11-22", "2026-11-22T10Z", "-2026-11-22", "+2026-11-22", "2026-11-22T23:59:60Z",
        "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "\u0662026-11-22"})
    void shouldRefuseWhatIsNoTime(String text) {
        assertThat(calls.count("e", "from", text, "to", "2026-11-22").errors()).containsExactly("from");
        assertThat(calls.count("e", "from", "2026-11-22", "to", text).errors()).containsExactly("to");
    }

    @Test
    void shouldSayAllFaultsAtOnce() {
        var answer = calls.count("..", "from", "yesterday", "by", "week", "limit", "1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactlyInAnyOrder("event", "from", "to", "by", "limit");
        assertThat(answer.body()).contains("must be hour or day", "must be given: a day such as 2026-11-22",
                "must be an RFC 3339 timestamp such as 2026-11-22T10:15:30.123Z, a day such as");
    }

    @Test
    void shouldSayHowAPlusIsWritten() {
        assertThat(calls.count("e", "from", "2026-11-22T10:15:30 01:00", "to", "2026-11-23").body()).contains("%2B");
    }

    @Test
    void shouldRefuseAParameterGivenTwice() {
        assertThat(calls.count("e", "from", "2026-11-22", "from", "2026-11-22", "to", "2026-11-23").errors())
                .containsExactly("from");
    }

    @ParameterizedTest
    @ValueSource(strings = {"never recorded", "\u00e9\ud83d\ude00", "a/b", "a#3", "seen#2026-11-22#1"})
    void shouldAnswerZerosForANameWithoutEvents(String name) {
        var answer = calls.count(name, "from", "2026-11-22T10", "to", "2026-11-22T12");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(periods(answer)).hasSize(2);
        assertThat(CountCalls.counted(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a\u0001"})
    void shouldRefuseANameThatNoEventCanHave(String name) {
        assertThat(calls.count(name, "from", "2026-11-22", "to", "2026-11-23").errors()).containsExactly("event");
    }

    @Test
    void shouldAcceptTheLongestNameOnly() {
        assertThat(calls.count("x".repeat(2048), "from", "2026-11-22", "to", "2026-11-23").status()).isEqualTo(200);
        assertThat(calls.count("x".repeat(2049), "from", "2026-11-22", "to", "2026-11-23").errors())
                .containsExactly("event");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spread", "spread#3"})
    void shouldAddUpAllShards(String name) {
        IntStream.range(0, 100).forEach(shard -> put(ShardKey.of(name, shard), "2026-11-22",
                Map.of("h10", number(1L << (shard % 30)), "h" + (shard % 10 + 11), number(1))));
        var spread = new CountCalls(calls);
        spread.shards = 100;

        var counted = CountCalls.counted(spread.count(name, "from", "2026-11-22", "to", "2026-11-23"));

        assertThat(counted).containsEntry("2026-11-22T10",
                IntStream.range(0, 100).map(shard -> 1 << (shard % 30)).sum());
        assertThat(counted).containsEntry("2026-11-22T11", 10).containsEntry("2026-11-22T20", 10);
    }

    @Test
    void shouldReadOnBehindAFullPage() {
        // 1 MB is 10 such items. Others may have put them there.
        var large = AttributeValue.fromS("x".repeat(120_000));
        for (var day = 10; day < 30; day++) {
            put("large", "2026-11-" + day, Map.of("h00", number(day), "note", large));
        }

        var answer = calls.count("large", "from", "2026-11-01", "to", "2026-12-01", "by", "day");

        assertThat(CountCalls.counted(answer)).hasSize(20).containsEntry("2026-11-29", 29);
    }

    @Test
    void shouldCountNothingForWhatIsNoCounter() {
        put("by hand", "2026-11-22", Map.of("h09", Values.text("7"), "h10", AttributeValue.fromN("-1"), "h11",
                AttributeValue.fromN("1.5"), "h12", number(2), "h24", number(5), "H12", number(5)));
        put("by hand", "seen#2026-11-22#1", Map.of("h12", number(5)));

        assertThat(CountCalls.counted(calls.count("by hand", "from", "2026-11-21", "to", "2026-11-24")))
                .isEqualTo(Map.of("2026-11-22T12", 2));
    }
}
