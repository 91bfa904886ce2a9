package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.fixture.Streaming;
import basics.embedded.iam.Access;

/** What is written to a table comes to the function that its stream is mapped to, as the mapping says. */
class StreamsIT {
    private static final String EXPIRED = "expired";
    @TempDir
    private static Path directory;
    private static Streaming streaming;

    private final String id = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        streaming = Streaming.start(directory, StreamsIT::mappings, UnaryOperator.identity());
        streaming.call("PutItem", """
            {"TableName": "%s", "Item": {"id": {"S": "%s"}, "at": {"N": "1"}, "expires": {"N": "%d"}}}"""
                .formatted(streaming.table("Small").name(), EXPIRED, Instant.now().minusSeconds(60).getEpochSecond()));
    }

    private static void mappings(ObjectNode template) {
        Streaming.add(template, "Small", mapping -> mapping.put("BatchSize", 2));
        Streaming.add(template, "Gathered",
                mapping -> mapping.put("BatchSize", 3).put("MaximumBatchingWindowInSeconds", 30));
        Streaming.add(template, "Retried", mapping -> Streaming.sends(mapping.put("MaximumRetryAttempts", 2)));
        Streaming.add(template, "Halved", mapping -> Streaming
                .sends(mapping.put("MaximumRetryAttempts", 0).put("BisectBatchOnFunctionError", true)));
        Streaming.add(template, "Reported", mapping -> Streaming.sends(mapping.put("MaximumRetryAttempts", 1)
                .put("BisectBatchOnFunctionError", true).put("MaximumRecordAgeInSeconds", 3_600)));
        ((ObjectNode) template.at("/Resources/ReportedStream/Properties")).putArray("FunctionResponseTypes")
                .add("ReportBatchItemFailures");
        Streaming.add(template, "Resumed", mapping -> Streaming.sends(mapping.put("MaximumRetryAttempts", 1)));
        ((ObjectNode) template.at("/Resources/ResumedStream/Properties")).putArray("FunctionResponseTypes")
                .add("ReportBatchItemFailures");
        Streaming.add(template, "Latest", mapping -> mapping.put("StartingPosition", "LATEST"));
        Streaming.add(template, "Unread", mapping -> mapping.put("Enabled", false));
    }

    @AfterAll
    static void stop() {
        streaming.close();
    }

    @Test
    void shouldGiveARecordTheFormThatLambdaGivesIt() {
        var notes = streaming.table("Notes");
        notes.put(id);
        notes.awaitRecords(id);

        var record = record(notes, id);
        assertThat(record.path("eventName").asText()).isEqualTo("INSERT");
        assertThat(record.path("eventSource").asText()).isEqualTo("aws:dynamodb");
        assertThat(record.path("awsRegion").asText()).isEqualTo("us-east-1");
        assertThat(record.path("eventSourceARN").asText())
                .isEqualTo("arn:aws:dynamodb:us-east-1:000000000000:table/%s/stream/2012-08-10T00:00:00.000"
                        .formatted(notes.name()));
        assertThat(record.path("eventID").asText()).isNotEmpty();
        var change = record.path("dynamodb");
        assertThat(change.path("ApproximateCreationDateTime").isIntegralNumber()).isTrue();
        assertThat(change.at("/NewImage/at/N").asText()).isEqualTo("1");
        assertThat(change.path("StreamViewType").asText()).isEqualTo("NEW_AND_OLD_IMAGES");
    }

    @Test
    void shouldTellAnExpiryAsDynamoDbsOwnDoing() {
        var notes = streaming.table("Small");

        // DynamoDB Local looks for expired items every few seconds.
        notes.awaitBatches(batches -> batches.stream().flatMap(List::stream).filter(EXPIRED::equals).count() == 2);

        var removed = records(notes, EXPIRED).getLast();
        assertThat(removed.path("eventName").asText()).isEqualTo("REMOVE");
        assertThat(removed.at("/userIdentity/type").asText()).isEqualTo("Service");
        assertThat(removed.at("/userIdentity/principalId").asText()).isEqualTo("dynamodb.amazonaws.com");
    }

    @Test
    void shouldKeepTheOrderOfWritesAndDeliverEachOnce() {
        var notes = streaming.table("Small");
        var ids = IntStream.range(0, 15).mapToObj(position -> id + position).toArray(String[]::new);

        notes.putTogether(List.of(ids).subList(0, 5).toArray(String[]::new));
        notes.put(List.of(ids).subList(5, 15).toArray(String[]::new));
        var batches = notes.awaitRecords(ids);

        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(2));
        assertThat(batches).anySatisfy(batch -> assertThat(batch).hasSize(2));
        assertThat(batches.stream().flatMap(List::stream).filter(one -> one.startsWith(id))).containsExactly(ids);
    }

    @Test
    void shouldGatherRecordsUntilABatchIsFull() {
        var notes = streaming.table("Gathered");

        notes.put(id + 1, id + 2, id + 3);

        assertThat(notes.awaitRecords(id + 1)).containsExactly(List.of(id + 1, id + 2, id + 3));
    }

    @Test
    void shouldDeliverToEachTablesOwnMapping() {
        streaming.table("Notes").put(id + "one");
        streaming.table("Small").put(id + "two");

        assertThat(streaming.table("Notes").awaitRecords(id + "one")).noneMatch(batch -> batch.contains(id + "two"));
        assertThat(streaming.table("Small").awaitRecords(id + "two")).noneMatch(batch -> batch.contains(id + "one"));
    }

    @Test
    void shouldReadNothingForAMappingThatIsOff() {
        streaming.table("Unread").put(id);
        streaming.table("Latest").put(id);

        streaming.table("Latest").awaitRecords(id);
        assertThat(streaming.table("Unread").events()).isEmpty();
    }

    @Test
    void shouldRetryUntilTheFunctionIsMended() throws Exception {
        var mended = directory.resolve(id);
        var notes = streaming.table("Notes");

        notes.put("mend:" + mended);
        notes.put(id);
        var before = notes.awaitBatches(
                batches -> batches.stream().filter(batch -> batch.contains("mend:" + mended)).count() > 2);
        Files.writeString(mended, "");

        assertThat(before).noneMatch(batch -> batch.getFirst().equals(id));
        notes.awaitBatches(batches -> batches.getLast().contains(id));
    }

    @Test
    void shouldGiveUpABatchAfterItsRetriesAndSayWhereItIs() {
        var notes = streaming.table("Retried");
        var name = "throw:" + id;

        notes.putTogether(id + 1, name);
        var message = streaming.awaitMessage("Retried");
        notes.put(id + 2);
        notes.awaitRecords(id + 2);

        assertThat(notes.batches()).containsExactly(List.of(id + 1, name), List.of(id + 1, name),
                List.of(id + 1, name), List.of(id + 2));
        assertThat(message.at("/requestContext/condition").asText()).isEqualTo("RetryAttemptsExhausted");
        assertThat(message.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
        assertThat(message.at("/requestContext/functionArn").asText())
                .matches("arn:aws:lambda:us-east-1:000000000000:function:Test-Taker-\\w{12}");
        assertThat(message.path("responseContext").toString()).isEqualTo(
                "{\"statusCode\":200,\"executedVersion\":\"$LATEST\",\"functionError\":\"Unhandled\"}");
        assertThat(message.path("version").asText()).isEqualTo("1.0");
        var batch = message.path("DDBStreamBatchInfo");
        assertThat(batch.path("batchSize").asInt()).isEqualTo(2);
        assertThat(batch.path("startSequenceNumber").asText()).isEqualTo(number(notes, id + 1));
        assertThat(batch.path("endSequenceNumber").asText()).isEqualTo(number(notes, name));
        assertThat(batch.path("streamArn").asText()).isEqualTo(record(notes, name).path("eventSourceARN").asText());
        assertThat(streaming.console()).anyMatch(line -> line.startsWith("Taker: 2 records are given up after 3"));
    }

    @Test
    void shouldFindARecordThatWasGivenUpByItsMessage() {
        var notes = streaming.table("Halved");
        notes.putTogether(id + 1, "throw:" + id, id + 2);
        var batch = streaming.awaitMessage("Halved").path("DDBStreamBatchInfo");

        var iterator = streaming.callStream("GetShardIterator", """
            {"StreamArn": "%s", "ShardId": "%s", "ShardIteratorType": "AT_SEQUENCE_NUMBER", "SequenceNumber": "%s"}"""
                .formatted(batch.path("streamArn").asText(), batch.path("shardId").asText(),
                        batch.path("startSequenceNumber").asText()))
                .path("ShardIterator").asText();
        var records = streaming.callStream("GetRecords",
                "{\"ShardIterator\": \"%s\", \"Limit\": 1}".formatted(iterator));

        assertThat(records.at("/Records/0/dynamodb/Keys/id/S").asText()).isEqualTo("throw:" + id);
    }

    @Test
    void shouldHalveABatchThatFails() {
        var notes = streaming.table("Halved");

        notes.putTogether(id + 1, id + 2, "throw:" + id, id + 3);
        var batches = notes.awaitBatches(taken -> taken.contains(List.of(id + 3)));

        assertThat(batches.stream().filter(batch -> batch.toString().contains(id))).containsExactly(
                List.of(id + 1, id + 2, "throw:" + id, id + 3), List.of(id + 1, id + 2),
                List.of("throw:" + id, id + 3), List.of("throw:" + id), List.of(id + 3));
        assertThat(streaming.awaitMessage("Halved").at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(1);
    }

    @Test
    void shouldGoOnAtTheRecordThatTheFunctionReports() {
        var notes = streaming.table("Resumed");

        notes.putTogether(id + 1, id + 2, "poison:" + id, id + 3);
        var message = streaming.awaitMessage("Resumed");

        assertThat(notes.batches()).containsExactly(List.of(id + 1, id + 2, "poison:" + id, id + 3),
                List.of("poison:" + id, id + 3));
        assertThat(message.at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(2);
        assertThat(message.path("responseContext").has("functionError")).isFalse();
    }

    @Test
    void shouldSingleOutTheRecordThatTheFunctionReports() {
        var notes = streaming.table("Reported");

        notes.putTogether(id + 1, "poison:" + id, id + 2, id + 3);
        var message = streaming.awaitMessage("Reported");
        notes.awaitBatches(batches -> batches.getLast().equals(List.of(id + 2, id + 3)));

        assertThat(notes.batches()).containsExactly(List.of(id + 1, "poison:" + id, id + 2, id + 3),
                List.of("poison:" + id, id + 2, id + 3), List.of("poison:" + id), List.of("poison:" + id),
                List.of(id + 2, id + 3));
        assertThat(message.at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(1);
        assertThat(message.at("/DDBStreamBatchInfo/startSequenceNumber").asText())
                .isEqualTo(number(notes, "poison:" + id));
    }

    @Test
    void shouldUseTheGrantsOfTheFunctionsRole() {
        streaming.table("Notes").put(id);
        streaming.table("Notes").awaitRecords(id);

        var stream = record(streaming.table("Notes"), id).path("eventSourceARN").asText();
        assertThat(streaming.embedded().accessLog().used()).hasEntrySatisfying(
                streaming.embedded().grants().keySet().stream().filter(name -> name.contains("Taker")).findFirst()
                        .orElseThrow(),
                used -> assertThat(used).contains(new Access("dynamodb:GetRecords", stream),
                        new Access("dynamodb:GetShardIterator", stream), new Access("dynamodb:DescribeStream", stream),
                        new Access("dynamodb:ListStreams", "*")));
    }

    private static String number(Streaming.Written table, String id) {
        return record(table, id).at("/dynamodb/SequenceNumber").asText();
    }

    private static JsonNode record(Streaming.Written table, String id) {
        return records(table, id).getFirst();
    }

    private static List<JsonNode> records(Streaming.Written table, String id) {
        return table.events().stream().flatMap(event -> event.path("Records").valueStream())
                .filter(record -> record.at("/dynamodb/Keys/id/S").asText().equals(id)).toList();
    }
}
