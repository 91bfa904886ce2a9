package basics.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import basics.dynamodb.Values;
import basics.testing.AccessPatterns;
import basics.testing.Answer;
import basics.testing.MarkdownTable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

@Execution(ExecutionMode.CONCURRENT)
class CountsCapacityTest {
    private static final int SHARDS = 4;

    /** Days on which every hour has thousands of events. */
    private static Consumer<CountCalls> days(int days, String... keys) {
        return calls -> {
            var first = LocalDate.parse("2024-01-01");
            for (var key : keys) {
                IntStream.range(0, days).forEach(day -> {
                    var item = new HashMap<String, AttributeValue>();
                    item.put("event", Values.text(key));
                    item.put("day", Values.text(first.plusDays(day).toString()));
                    IntStream.range(0, 24).forEach(hour -> item.put(DayCounts.attribute(hour),
                            AttributeValue.fromN("1234")));
                    calls.tables.client().putItem(put -> put.tableName(calls.counts).item(item));
                });
            }
        };
    }

    private static Answer count(CountCalls calls, String to, String by) {
        return calls.count("e", "from", "2024-01-01", "to", to, "by", by);
    }

    private static Answer spread(CountCalls calls) {
        calls.shards = SHARDS;
        return count(calls, "2024-01-02", "hour");
    }

    /** Records of one event name, day and ten seconds, of which the consumer knows all that came before. */
    private static Answer keep(CountCalls calls, int from, int to) {
        var records = IntStream.range(from, to).mapToObj(i -> new StreamRecord("" + i, "id-" + i, "INSERT",
                CountCalls.NOW.getEpochSecond(), "clicked button", "2026-11-22T10:15:30.123000000Z#" + i, false, null))
                .toList();
        assertThat(calls.counter.count(records, () -> CountCalls.TIMEOUT_MILLIS).failures()).isEmpty();
        return new Answer(200, Map.of(), "", 0);
    }

    @TestFactory
    Stream<DynamicTest> shouldConsumeTheDocumentedUnits() {
        return new AccessPatterns<>(CountCalls::new, calls -> calls.tables)
                .line("countEvents: a day by hour", days(3, "e"), calls -> count(calls, "2024-01-02", "hour"), 200)
                .line("countEvents: 31 days by hour", days(40, "e"), calls -> count(calls, "2024-02-01", "hour"), 200)
                .line("countEvents: 731 days by day", days(740, "e"), calls -> count(calls, "2026-01-01", "day"), 200)
                .line("countEvents: a day by hour, 4 shards", days(3, "e", "e#1", "e#2", "e#3"),
                        CountsCapacityTest::spread, 200)
                .line("countEvents: no such event", calls -> count(calls, "2024-01-02", "hour"), 200)
                .tests("Counts");
    }

    /** The cases of counting: how many events came before, and the first and the last of those that come now. */
    private record Counting(int before, int from, int to) {
        private static final Map<String, Counting> CASES = new LinkedHashMap<>();
        static {
            CASES.put("KeepCounts: 1 event", new Counting(0, 0, 1));
            CASES.put("KeepCounts: 40 events", new Counting(0, 0, 40));
            CASES.put("KeepCounts: 40 events after 360 in the same 10 s", new Counting(360, 360, 400));
            CASES.put("KeepCounts: 500 events after 500 in the same 10 s", new Counting(500, 500, 1000));
            CASES.put("KeepCounts: 1000 events", new Counting(0, 0, 1000));
            CASES.put("KeepCounts: the same 40 events again", new Counting(40, 0, 40));
        }
    }

    @TestFactory
    Stream<DynamicTest> shouldConsumeForCountingWhatTheDocumentSays() {
        var patterns = new AccessPatterns<>(CountCalls::new, calls -> calls.tables);
        Counting.CASES.forEach((name, counting) -> patterns.line(name, calls -> keep(calls, 0, counting.before),
                calls -> keep(calls, counting.from, counting.to), 200));
        return patterns.tests("Counting");
    }

    /** A transaction costs two units for each KB of each item ("Read and write operations", Developer Guide). */
    @TestFactory
    Stream<DynamicTest> shouldConsumeOnAwsWhatTheDocumentSays() {
        return MarkdownTable.rows("access-patterns.md", "### Counting").stream()
                .map(row -> DynamicTest.dynamicTest(row.get(1), () -> {
                    var counting = Objects.requireNonNull(Counting.CASES.get(row.get(0) + ": " + row.get(1)));
                    var calls = new CountCalls();
                    keep(calls, 0, counting.before);
                    var before = calls.stored();
                    keep(calls, counting.from, counting.to);
                    var units = 2 * units(calls, before);
                    assertThat(row.get(6)).isEqualTo(cell(units));
                    assertThat(row.get(7)).isEqualTo(cell(units / (counting.to - counting.from)));
                }));
    }

    /** What DynamoDB reports for writing the items that have changed, one by one. */
    private static double units(CountCalls calls, Set<Map<String, AttributeValue>> before) {
        var other = CountCalls.countsTable(calls.tables);
        return calls.stored().stream().filter(item -> !before.contains(item))
                .mapToDouble(item -> calls.tables.client().putItem(put -> put.tableName(other).item(item)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)).consumedCapacity().capacityUnits())
                .sum();
    }

    private static String cell(double units) {
        return units == 0 ? "–" : BigDecimal.valueOf(units).stripTrailingZeros().toPlainString();
    }
}
