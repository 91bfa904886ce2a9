package basics.embedded.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Ten sensors of 20 readings, each some 505 bytes: 10 KB a sensor, and 99 KB in all. */
class ComparisonTest {
    private static final String PARTITION = "{\"S\": \"s3\"}";
    @TempDir
    private static Path folder;
    private static Stored stored;

    @BeforeAll
    static void start() {
        stored = Stored.start(folder);
        for (var sensor = 0; sensor < 10; sensor++) {
            var day = sensor < 3 ? "monday" : "tuesday";
            stored.put(Stored.TABLE, "s" + sensor, 20, item -> {
                item.putObject("day").put("S", day);
                item.putObject("text").put("S", "x".repeat(480));
            });
        }
    }

    @AfterAll
    static void stop() {
        stored.close();
    }

    @Test
    void shouldReadAPartitionByQueryAndTheTableByScan() {
        var answer = ask(Map.of());

        assertThat(call(answer, "query")).hasToString("{\"count\":20,\"scannedCount\":20,\"units\":1.5}");
        assertThat(call(answer, "scan")).hasToString("{\"count\":20,\"scannedCount\":200,\"units\":12.5}");
    }

    @Test
    void shouldReadARange() {
        var answer = ask(Map.of("range", "between", "from", "{\"N\": \"5\"}", "to", "{\"N\": \"8\"}"));

        assertThat(call(answer, "query")).hasToString("{\"count\":4,\"scannedCount\":4,\"units\":0.5}");
        assertThat(call(answer, "scan")).hasToString("{\"count\":4,\"scannedCount\":200,\"units\":12.5}");
        assertThat(numbers(answer, "query")).containsExactly(5, 6, 7, 8);
        assertThat(numbers(answer, "scan")).containsExactly(5, 6, 7, 8);
    }

    @Test
    void shouldShowTheRequestsAsTheyAreWritten() {
        var answer = ask(Map.of("range", ">", "from", "{\"N\": \"5\"}", "order", "desc", "limit", "2"));

        assertThat(answer.at("/query/request")).isEqualTo(Stored.json("""
            {"TableName": "readings", "KeyConditionExpression": "#sensor = :sensor AND #no > :from",
             "ScanIndexForward": false, "Limit": 2,
             "ExpressionAttributeNames": {"#sensor": "sensor", "#no": "no"},
             "ExpressionAttributeValues": {":sensor": {"S": "s3"}, ":from": {"N": "5"}},
             "ReturnConsumedCapacity": "TOTAL"}"""));
        assertThat(answer.at("/scan/request")).isEqualTo(Stored.json("""
            {"TableName": "readings", "FilterExpression": "#sensor = :sensor AND #no > :from",
             "ExpressionAttributeNames": {"#sensor": "sensor", "#no": "no"},
             "ExpressionAttributeValues": {":sensor": {"S": "s3"}, ":from": {"N": "5"}},
             "ReturnConsumedCapacity": "TOTAL"}"""));
    }

    @ParameterizedTest
    @CsvSource({"=,7,1", "<,7,6", "<=,7,7", ">,7,13", ">=,7,14"})
    void shouldCompare(String range, String value, int expected) {
        var answer = ask(Map.of("range", range, "from", "{\"N\": \"%s\"}".formatted(value)));

        assertThat(call(answer, "query").path("count").asInt()).isEqualTo(expected);
        assertThat(call(answer, "scan").path("count").asInt()).isEqualTo(expected);
    }

    @Test
    void shouldPageAQueryBackwards() {
        var first = ask(Map.of("limit", "3", "order", "desc"));
        var second = ask(
                Map.of("limit", "3", "order", "desc", "after", first.at("/query/next").toString()));

        assertThat(numbers(first, "query")).containsExactly(20, 19, 18);
        assertThat(numbers(second, "query")).containsExactly(17, 16, 15);
    }

    @Test
    void shouldCostTwiceAsMuchWhenStronglyConsistent() {
        var answer = ask(Map.of("consistent", "true"));

        assertThat(call(answer, "query").path("units").asDouble()).isEqualTo(3);
        assertThat(call(answer, "scan").path("units").asDouble()).isEqualTo(25);
    }

    @Test
    void shouldAskAnIndex() {
        var answer = Stored.read(new Comparison(stored.reads()),
                Map.of("table", Stored.TABLE, "index", "by-day", "partition", "{\"S\": \"monday\"}"));

        assertThat(call(answer, "query").path("scannedCount").asInt()).isEqualTo(60);
        assertThat(call(answer, "scan").path("scannedCount").asInt()).isEqualTo(200);
        assertThat(answer.at("/query/request/IndexName").asText()).isEqualTo("by-day");
    }

    @Test
    void shouldScanAMegabyteACallAndEndBeforeLong() {
        stored.createTable("large");
        stored.put("large", "s3", 20, item -> item.putObject("text").put("S", "x".repeat(300_000)));

        var scan = Stored.read(new Comparison(stored.reads()), Map.of("table", "large", "partition", PARTITION))
                .path("scan");

        assertThat(scan.path("calls")).hasSize(Comparison.CALLS)
                .allMatch(call -> call.path("units").asDouble() <= 128 + 300_000 / 8192.0);
        assertThat(scan.has("next")).isTrue();
    }

    @Test
    void shouldTellDynamoDbsRefusal() {
        assertThatThrownBy(() -> ask(Map.of("range", "=", "from", "{\"S\": \"5\"}")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ValidationException");
    }

    @ParameterizedTest
    @CsvSource({"partition,s3", "range,~", "limit,0", "limit,1001", "after,[]"})
    void shouldRefuseWhatMakesNoSense(String parameter, String value) {
        assertThatThrownBy(() -> ask(Map.of(parameter, value))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(parameter);
    }

    @Test
    void shouldRefuseARangeWhereThereIsNoSortKey() {
        assertThatThrownBy(() -> ask(Map.of("index", "by-day", "range", "=", "from", "{\"S\": \"x\"}")))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("There is no sort key.");
    }

    private static JsonNode ask(Map<String, String> parameters) {
        var query = new HashMap<>(Map.of("table", Stored.TABLE, "partition", PARTITION));
        query.putAll(parameters);
        return Stored.read(new Comparison(stored.reads()), query);
    }

    private static JsonNode call(JsonNode answer, String kind) {
        return answer.path(kind).path("calls").path(0);
    }

    private static java.util.List<Integer> numbers(JsonNode answer, String kind) {
        return StreamSupport.stream(answer.path(kind).path("items").spliterator(), false)
                .map(item -> item.at("/attributes/no/N").asInt()).toList();
    }
}
