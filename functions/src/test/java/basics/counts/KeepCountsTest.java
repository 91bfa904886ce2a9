package basics.counts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.dynamodb.Capacity;
import basics.dynamodb.FailingDynamoDb;
import basics.dynamodb.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

class KeepCountsTest {
    private static final String TIMESTAMP = "2026-11-22T10:15:30.123000000Z#a";
    private static final String KEYS = "\"Keys\":{\"event\":{\"S\":\"e\"},\"timestamp\":{\"S\":\"" + TIMESTAMP
            + "\"}}";
    private static final String ARRIVAL = "\"ApproximateCreationDateTime\":1795342530";

    private final CountCalls calls = new CountCalls();

    private Map<String, Integer> counted(String name) {
        return CountCalls.counted(calls.count(name, "from", "2026-11-20", "to", "2026-11-25"));
    }

    private static String records(String... records) {
        return "{\"Records\":[" + String.join(",", records) + "]}";
    }

    /** A record of the event {@code e}, with these members in its change. */
    private static String record(String sequenceNumber, String type, String change) {
        return "{\"eventID\":\"id-" + sequenceNumber + "\",\"eventName\":\"" + type
                + "\",\"dynamodb\":{\"SequenceNumber\":\"" + sequenceNumber + "\"," + change + "}}";
    }

    private static String insert(String sequenceNumber) {
        return record(sequenceNumber, "INSERT", ARRIVAL + "," + KEYS);
    }

    private static String modify(String expiresAt) {
        return record("9", "MODIFY",
                ARRIVAL + "," + KEYS + ",\"OldImage\":{\"n\":{\"M\":{\"expires_at\":{\"N\":\"1\"}}}"
                        + expiresAt + "}");
    }

    /** Records of one name and one time. */
    private static List<StreamRecord> many(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> new StreamRecord("s" + i, "id-" + i, "INSERT",
                CountCalls.NOW.getEpochSecond(), "e", TIMESTAMP + i, false, null)).toList();
    }

    private Counter.Outcome count(List<StreamRecord> records) {
        return Counter.of(calls.tables.client(), calls.counts, () -> calls.now).count(records,
                () -> CountCalls.TIMEOUT_MILLIS);
    }

    @Test
    void shouldCountEventsInTheirOwnHour() {
        calls.record(CountCalls.event("e", "2026-11-22T10:15:30.123Z", "a"));
        calls.record(CountCalls.event("e", "2026-11-22T10:59:59.999999999Z", "b"));
        calls.record(CountCalls.event("e", "2026-11-22T11:00:00Z", "c"));
        calls.record(CountCalls.event("e", "2026-11-21T23:59:59Z", "late"));
        calls.recordBatch("{\"events\":[" + CountCalls.event("f", "2026-11-22T12:00:00+01:30", "a") + ","
                + CountCalls.event("e", "2026-11-22T10:00:00Z", "d") + "]}");

        assertThat(calls.keep(calls.consumer(), calls.delivered())).isEmpty();

        assertThat(counted("e")).isEqualTo(Map.of("2026-11-21T23", 1, "2026-11-22T10", 3, "2026-11-22T11", 1));
        assertThat(counted("f")).isEqualTo(Map.of("2026-11-22T10", 1));
    }

    @Test
    void shouldCountEachRecordOnceHoweverItIsDelivered() {
        IntStream.range(0, 12).forEach(i -> calls.record(CountCalls.event("e", "2026-11-22T1" + i % 3 + ":00:00Z",
                "id" + i)));
        var records = calls.delivered().stream().filter(record -> "e".equals(
                Values.text(record.dynamodb().keys(), "event"))).toList();
        var twice = new ArrayList<>(records.subList(0, 4));
        twice.addAll(records.subList(0, 4));
        var consumer = calls.consumer();

        assertThat(calls.keep(consumer, twice)).isEmpty();
        records.reversed().forEach(record -> calls.keep(consumer, List.of(record)));
        records.forEach(record -> calls.keep(calls.consumer(), List.of(record)));
        calls.keep(calls.consumer(), records);

        assertThat(counted("e")).isEqualTo(Map.of("2026-11-22T10", 4, "2026-11-22T11", 4, "2026-11-22T12", 4));
        assertThat(calls.log.lines().getFirst()).matches("INFO operation=KeepCounts records=8 counted=4 repeated=4 "
                + "ignored=0 failed=0 write_units=[0-9.]+ duration_ms=[0-9]+");
        assertThat(calls.log.lines().getLast()).contains(" records=12 counted=0 repeated=12 ignored=0 failed=0 ");
    }

    @Test
    void shouldCountAnEventThatIsRecordedAnewAfterItExpired() {
        var event = CountCalls.event("e", "2026-11-22T10:15:30.123Z", "a");
        calls.record(event.replace("}", ",\"expires_at\":" + (calls.now.getEpochSecond() + 10) + "}"));
        var first = calls.delivered();
        calls.now = calls.now.plusSeconds(10);
        assertThat(calls.record(event).status()).isEqualTo(201);
        var second = calls.delivered(1);

        assertThat(second).extracting(Record::eventNameAsString).containsExactly("MODIFY");
        calls.keep(calls.consumer(), first);
        calls.keep(calls.consumer(), second);
        assertThat(counted("e")).isEqualTo(Map.of("2026-11-22T10", 2));
    }

    @Test
    void shouldKeepTheHistoryOfWhatIsRemovedOrChangedByHand() {
        calls.record(CountCalls.event("e", "2026-11-22T10:15:30.123Z", "a"));
        calls.keep(calls.consumer(), calls.delivered());
        var key = Map.of("event", Values.text("e"), "timestamp", Values.text(TIMESTAMP));
        calls.tables.client().updateItem(update -> update.tableName(calls.events).key(key)
                .updateExpression("SET note = :note").expressionAttributeValues(Map.of(":note", Values.text("x"))));
        calls.tables.client().deleteItem(delete -> delete.tableName(calls.events).key(key));
        var records = calls.delivered(2);

        assertThat(calls.keep(calls.consumer(), records)).isEmpty();

        assertThat(records).extracting(Record::eventNameAsString).containsExactly("MODIFY", "REMOVE");
        assertThat(counted("e")).isEqualTo(Map.of("2026-11-22T10", 1));
        assertThat(calls.log.lines().getLast()).contains(" records=2 counted=0 repeated=0 ignored=2 failed=0 ");
    }

    /** The function's clock, by which an event has expired, may be a little ahead of the stream's. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        ",\"expires_at\":{\"N\":\"1795342530\"} | 1", ",\"expires_at\":{\"N\":\"1795342590\"} | 1",
        ",\"expires_at\":{\"N\":\"1.79534253E9\"} | 1", ",\"expires_at\":{\"N\":\"1795342591\"} | 0",
        ",\"expires_at\":{\"S\":\"1\"} | 0", "`` | 0"})
    void shouldCountAChangeOnlyOfAnExpiredEvent(String expiresAt, int count) {
        assertThat(calls.keep(calls.consumer(), records(modify(expiresAt)))).isEmpty();

        assertThat(counted("e").values()).hasSize(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01T00:00:00Z", "0000-12-31T23:59:59.999999999Z", "1969-12-31T23:59:59Z",
        "9999-12-31T23:59:59.999999999Z"})
    void shouldCountTheFirstAndTheLastYears(String timestamp) {
        calls.record(CountCalls.event("e", timestamp, "a"));

        calls.keep(calls.consumer(), calls.delivered());

        var hour = timestamp.substring(0, "0000-01-01T00".length());
        assertThat(calls.count("e", "from", hour, "to", hour + ":59:59.999999999Z").body())
                .contains("[{\"period\":\"" + hour + "\",\"count\":1}]");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "{} | none | it has no text event in its key",
        "1 | none | it has no text event in its key",
        "{\"eventID\":7,\"eventName\":[1],\"dynamodb\":[{}]} | none | it has no text event in its key",
    })
    void shouldFailTheWholeBatchForARecordWithoutASequenceNumber(String record, String id, String reason) {
        assertThat(calls.keep(calls.consumer(), records(insert("1"), record, insert("2")))).containsExactly("");

        assertThat(counted("e")).isEqualTo(Map.of("2026-11-22T10", 2));
        assertThat(calls.log.lines()).hasSize(2).first().asString()
                .startsWith("ERROR operation=KeepCounts record=failed sequence_number=none event_id=" + id)
                .endsWith("reason=\"" + reason + "\"");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "INSERT | ARRIVAL | it has no text event in its key",
        "INSERT | ARRIVAL,\"Keys\":{\"event\":{\"N\":\"1\"},\"timestamp\":{\"S\":\"x\"}} | it has no text event in its key",
        "INSERT | ARRIVAL,\"Keys\":{\"email\":{\"S\":\"ada@example.com\"},\"char\":{\"S\":\"a\"}} | it has no text event in its key",
        "INSERT | ARRIVAL,\"Keys\":{\"event\":{\"S\":\"e\"}} | it has no text timestamp in its key",
        "INSERT | ARRIVAL,\"Keys\":{\"event\":{\"S\":\"e\"},\"timestamp\":{\"S\":\"ada@example.com\"}} | its sort key is not that of an event",
        "INSERT | ARRIVAL,\"Keys\":{\"event\":{\"S\":\"e\"},\"timestamp\":{\"S\":\"2026-11-22T10:15:30Z#a\"}} | its sort key is not that of an event",
        "INSERT | ARRIVAL,\"Keys\":{\"event\":{\"S\":\"e\"},\"timestamp\":{\"S\":\"2026-02-30T10:15:30.000000000Z#a\"}} | its sort key is not that of an event",
        "INSERT | ARRIVAL,\"Keys\":{\"event\":{\"S\":\"e\"},\"timestamp\":{\"S\":\"2026-11-22T24:15:30.000000000Z#a\"}} | its sort key is not that of an event",
        "INSERT | ARRIVAL,\"Keys\":{\"event\":{\"S\":\"e\"},\"timestamp\":{\"S\":\"2026-11-22T10:15:30.000000000Z\"}} | its sort key is not that of an event",
        "INSERT | KEYS | it has no ApproximateCreationDateTime",
        "INSERT | \"ApproximateCreationDateTime\":\"now\",KEYS | it has no ApproximateCreationDateTime",
        "INSERT | \"ApproximateCreationDateTime\":-1,KEYS | it has no ApproximateCreationDateTime",
        "INSERT | \"ApproximateCreationDateTime\":1e99,KEYS | it has no ApproximateCreationDateTime",
        "MODIFY | ARRIVAL,KEYS | it has no OldImage: the stream's view type must be OLD_IMAGE",
        "UPSERT | ARRIVAL,KEYS | its eventName is none of INSERT, MODIFY and REMOVE",
    })
    void shouldReportARecordThatItDoesNotUnderstandAlone(String type, String change, String reason) {
        var strange = record("2", type, change.replace("ARRIVAL", ARRIVAL).replace("KEYS", KEYS));

        assertThat(calls.keep(calls.consumer(), records(insert("1"), strange, insert("3")))).containsExactly("2");

        assertThat(counted("e")).isEqualTo(Map.of("2026-11-22T10", 2));
        assertThat(calls.log.lines()).hasSize(2).noneMatch(line -> line.contains("example.com"));
        assertThat(calls.log.lines().getFirst())
                .startsWith(
                        "ERROR operation=KeepCounts record=failed sequence_number=2 event_id=id-2 event_name=" + type)
                .endsWith(" reason=\"" + reason + "\"");
        assertThat(calls.log.lines().getLast()).startsWith("ERROR operation=KeepCounts records=3 counted=2 ")
                .contains(" failed=1 ");
    }

    @Test
    void shouldLogNoTextThatSomebodyElseChose() {
        calls.keep(calls.consumer(), records("{\"eventID\":\"ada@example.com\\nERROR injected\",\"eventName\":\"a b\","
                + "\"dynamodb\":{\"SequenceNumber\":\"1\\n\"," + ARRIVAL + "," + KEYS + "}}"));

        assertThat(calls.log.lines()).hasSize(2).noneMatch(line -> line.contains("example.com")
                || line.contains("injected") || line.contains("\n"));
    }

    @Test
    void shouldLogTheFirstFailuresOnly() {
        var strange = IntStream.range(0, 50).mapToObj(i -> record("" + i, "UPSERT", ARRIVAL + "," + KEYS))
                .toArray(String[]::new);

        assertThat(calls.keep(calls.consumer(), records(strange))).hasSize(50);

        assertThat(calls.log.lines()).hasSize(11).last().asString().contains(" records=50 ", " failed=50 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"Records\":null}", "{\"Records\":{}}", "{\"records\":[]}",
        "{\"Records\":[{\"dynamodb\":", "x"})
    void shouldRefuseWhatIsNoDelivery(String event) {
        assertThatThrownBy(() -> calls.keep(calls.consumer(), event)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void shouldAcceptAnEmptyDeliveryAndWhateverElseRecordsHold() {
        assertThat(calls.keep(calls.consumer(), "{\"Records\":[]}")).isEmpty();
        assertThat(calls.keep(calls.consumer(), records("{\"new\":{\"a\":[{}]},\"userIdentity\":{\"type\":\"Service\"},"
                + record("1", "INSERT", "\"ApproximateCreationDateTime\":1.7953425305E9,\"New\":[[]],"
                        + "\"OldImage\":null,\"Keys\":{\"other\":{\"B\":\"AA==\"}," + KEYS.substring(8))
                        .substring(1))))
                .isEmpty();

        assertThat(counted("e")).isEqualTo(Map.of("2026-11-22T10", 1));
    }

    /** Replaying and the function must agree on which record is which. */
    @Test
    void shouldReadTheSameFromADeliveryAndFromTheStream() throws Exception {
        var event = CountCalls.event("e", "2026-11-22T10:15:30.123Z", "a");
        calls.record(event.replace("}", ",\"expires_at\":" + (calls.now.getEpochSecond() + 10)
                + ",\"deep\":{\"expires_at\":[1,{\"event\":null,\"b\":true}]}}"));
        calls.now = calls.now.plusSeconds(10);
        calls.record(event);
        calls.tables.client().deleteItem(delete -> delete.tableName(calls.events)
                .key(Map.of("event", Values.text("e"), "timestamp", Values.text(TIMESTAMP))));
        var records = calls.delivered().stream().filter(record -> "e".equals(
                Values.text(record.dynamodb().keys(), "event"))).toList();

        var delivered = StreamEvent.read(new ByteArrayInputStream(Deliveries.json(records)
                .getBytes(UTF_8)));

        assertThat(delivered).hasSize(3).isEqualTo(records.stream().map(StreamRecord::of).toList());
        assertThat(delivered).extracting(StreamRecord::expiredAt).containsExactly(null,
                new BigDecimal(CountCalls.NOW.getEpochSecond() + 10), null);
    }

    @Test
    void shouldGoOnInAnotherSetWhenOneIsFull() {
        var counters = new DayCounts(calls.tables.client(), calls.counts);
        assertThat(count(many(0, 600)).counted()).isEqualTo(600);
        assertThat(count(many(500, 1_300)).counted()).isEqualTo(700);

        var outcome = count(many(0, 5_000));

        assertThat(outcome.counted()).isEqualTo(3_700);
        assertThat(outcome.repeated()).isEqualTo(1_300);
        assertThat(count(many(0, 5_000)).repeated()).isEqualTo(5_000);
        assertThat(counters.read("e", "2026-11-22", "2026-11-22", new Capacity()).get("2026-11-22"))
                .contains(5_000L);
        var sets = calls.tables.client().query(query -> query.tableName(calls.counts)
                .keyConditionExpression("#event = :event AND begins_with(#day, :seen)")
                .expressionAttributeNames(Map.of("#event", "event", "#day", "day"))
                .expressionAttributeValues(Map.of(":event", Values.text("e"), ":seen", Values.text("seen#"))));
        assertThat(sets.items()).extracting(set -> set.get("expires_at")).containsOnly(DayCounts.number(
                calls.now.plus(Duration.ofDays(2)).getEpochSecond()));
        assertThat(sets.items()).extracting(set -> Values.text(set, "day") + "=" + SeenRecords.of(set).size())
                .containsExactly("seen#2026-11-22#179534253=1300", "seen#2026-11-22#179534253#1=1000",
                        "seen#2026-11-22#179534253#2=1000", "seen#2026-11-22#179534253#3=1000",
                        "seen#2026-11-22#179534253#4=700");
    }

    @Test
    void shouldCountOnceWhenConsumersCountTheSameAtOnce() {
        var outcomes = IntStream.range(0, 6).parallel().mapToObj(i -> count(many(100 * i, 100 * i + 600))).toList();

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failures()).isEmpty());
        assertThat(outcomes.stream().mapToInt(Counter.Outcome::counted).sum()).isEqualTo(1_100);
        assertThat(counted("e")).isEqualTo(Map.of("2026-11-22T10", 1_100));
    }

    @Test
    void shouldBeginNothingWhenItsTimeIsNearlyOver() {
        var removed = record("3", "REMOVE", ARRIVAL + "," + KEYS);

        assertThat(calls.keep(calls.consumer(), records(insert("1"), insert("2"), removed), 14_999))
                .containsExactly("1", "2");

        assertThat(counted("e")).isEmpty();
        assertThat(calls.log.lines().getFirst()).endsWith("reason=\"The function's time is nearly over.\"");
    }

    @Test
    void shouldReportWhatACounterRefusesAndCountTheRest() {
        calls.tables.client().putItem(put -> put.tableName(calls.counts).item(Map.of("event", Values.text("e"), "day",
                Values.text("2026-11-22"), "h10", Values.text("by hand"))));
        var other = insert("2").replace("\"e\"", "\"f\"");

        assertThat(calls.keep(calls.consumer(), records(insert("1"), other))).containsExactly("1");

        assertThat(counted("f")).isEqualTo(Map.of("2026-11-22T10", 1));
        assertThat(calls.log.lines().getFirst()).contains("reason=\"").contains("Validation");
        assertThat(calls.stored()).filteredOn(item -> "e".equals(Values.text(item, "event")))
                .hasSize(1);
    }

    @Test
    void shouldReportASetThatIsNone() {
        calls.tables.client().putItem(put -> put.tableName(calls.counts).item(Map.of("event", Values.text("e"), "day",
                Values.text("seen#2026-11-22#179534253"), "records", AttributeValue.fromN("1"))));

        assertThat(calls.keep(calls.consumer(), records(insert("1")))).containsExactly("1");

        assertThat(calls.log.lines().getFirst()).contains("reason=\"The counters are busy.\"");
    }

    @Test
    void shouldTryForAWhileAndThenReportTheRecords() throws Exception {
        try (var failing = new FailingDynamoDb().cancel(8, List.of("TransactionConflict", "ThrottlingError"))) {
            var consumer = calls.consumer(failing.client());

            assertThat(calls.keep(consumer, records(insert("1"), insert("2")))).containsExactly("1", "2");

            assertThat(failing.requests()).isEqualTo(8);
            assertThat(calls.log.lines()).noneMatch(line -> line.contains("secret")).first().asString()
                    .endsWith("reason=\"The counters are busy.\"");
            assertThat(calls.keep(consumer, records(insert("1")))).isEmpty();
        }
    }

    @Test
    void shouldCountAfterShortInterferences() throws Exception {
        try (var failing = new FailingDynamoDb().cancel(7, List.of("None", "ProvisionedThroughputExceeded"))) {
            assertThat(calls.keep(calls.consumer(failing.client()), records(insert("1")))).isEmpty();

            assertThat(calls.log.lines()).singleElement().asString().contains(" counted=1 ");
        }
    }

    @Test
    void shouldReportTheRecordsWhenAccessIsDenied() throws Exception {
        try (var failing = new FailingDynamoDb().always(400, "AccessDeniedException")) {
            assertThat(calls.keep(calls.consumer(failing.client()), records(insert("1")))).containsExactly("1");

            assertThat(failing.requests()).isEqualTo(1);
            assertThat(calls.log.lines()).hasSize(2).noneMatch(line -> line.contains("secret"))
                    .first().asString().endsWith("reason=\"AccessDeniedException\"");
        }
    }

    /** The function as Lambda creates it, with the build's environment variables for tests. */
    @Test
    void shouldWorkInTheEnvironmentOfTheProcess() {
        assertThat(calls.keep(new KeepCounts(), records(insert("1")), 14_999)).containsExactly("1");
    }
}
