package basics.embedded.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.iam.Role;
import basics.embedded.lambda.LambdaFunction;
import basics.embedded.lambda.Outcome;
import basics.embedded.template.Json;

/** What becomes of a batch, whatever its function does. */
class DeliveryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final List<List<String>> delivered = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final List<GivenUp> givenUp = new ArrayList<>();

    @Test
    void shouldGiveUpRecordsThatAreTooOldAndDeliverTheOthers() throws InterruptedException {
        var mapping = mapping(OptionalInt.empty(), Optional.of(Duration.ofHours(6)));

        deliver(mapping, _ -> answer("{}"), record(1, NOW.minus(Duration.ofHours(7))),
                record(2, NOW.minus(Duration.ofMinutes(362))), record(3, NOW.minus(Duration.ofHours(6))));

        assertThat(delivered).containsExactly(List.of("3"));
        assertThat(done).containsExactly("2", "3");
        assertThat(givenUp).singleElement().satisfies(records -> {
            var message = Json.MAPPER.readTree(records.message(NOW));
            assertThat(message.at("/requestContext/condition").asText()).isEqualTo("RecordAgeExceeded");
            assertThat(message.at("/requestContext/approximateInvokeCount").asInt()).isZero();
            assertThat(message.has("responseContext")).isFalse();
            assertThat(message.at("/DDBStreamBatchInfo/approximateArrivalOfFirstRecord").asText())
                    .isEqualTo("2026-11-22T03:00:00Z");
            assertThat(message.at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(2);
            assertThat(message.path("timestamp").asText()).isEqualTo("2026-11-22T10:00:00Z");
        });
    }

    @Test
    void shouldCountNoRetryWhereTheFunctionCouldNotBeInvoked() throws InterruptedException {
        var mapping = mapping(OptionalInt.of(0), Optional.empty());

        deliver(mapping, records -> delivered.size() < 3 ? new Outcome.NotTaken() : answer("{}"), record(1, NOW));

        assertThat(delivered).containsExactly(List.of("1"), List.of("1"), List.of("1"));
        assertThat(done).containsExactly("1");
        assertThat(givenUp).isEmpty();
    }

    @Test
    void shouldKeepWhatWasDoneBeforeTheReportedRecord() throws InterruptedException {
        var mapping = mapping(OptionalInt.of(0), Optional.empty());

        deliver(mapping,
                _ -> answer("{\"batchItemFailures\": [{\"itemIdentifier\": \"3\"}, {\"itemIdentifier\": \"2\"}]}"),
                record(1, NOW), record(2, NOW), record(3, NOW));

        assertThat(done).startsWith("1");
        assertThat(givenUp.getFirst().records()).hasSize(2);
    }

    @Test
    void shouldCountTheRetriesOfARecordThatWasNotReportedBeforeAnew() throws InterruptedException {
        var mapping = mapping(OptionalInt.of(2), Optional.empty());
        var failed = "{\"batchItemFailures\": [{\"itemIdentifier\": \"%d\"}]}";

        deliver(mapping, _ -> answer(delivered.size() < 3
                ? failed.formatted(1)
                : delivered.size() < 5 ? failed.formatted(2) : "{}"), record(1, NOW), record(2, NOW));

        assertThat(delivered).containsExactly(List.of("1", "2"), List.of("1", "2"), List.of("1", "2"), List.of("2"),
                List.of("2"));
        assertThat(done).containsExactly("1", "2");
        assertThat(givenUp).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        null                                                    | -1
        {}                                                      | -1
        {"batchItemFailures": null}                             | -1
        {"batchItemFailures": []}                               | -1
        {"batchItemFailures": [{"itemIdentifier": "2"}]}        | 1
        {"batchItemFailures": [{"itemIdentifier": ""}]}         | 0
        {"batchItemFailures": [{"itemIdentifier": null}]}       | 0
        {"batchItemFailures": [{"identifier": "2"}]}            | 0
        {"batchItemFailures": [{"itemIdentifier": "2"}, {"itemIdentifier": "9"}]} | 0
        {"batchItemFailures": "2"}                              | 0
        "done"                                                  | 0
        {"batch                                                 | 0
        """)
    void shouldReadWhichRecordHasFailedFirst(String answer, int first) {
        var failed = Answers.firstFailed(answer.getBytes(UTF_8), List.of(record(1, NOW), record(2, NOW)));

        assertThat(failed.orElse(-1)).isEqualTo(first);
    }

    private void deliver(Mapping mapping, Delivery.To function, ObjectNode... records) throws InterruptedException {
        new Delivery(mapping, batch -> {
            delivered.add(batch.stream().map(Records::sequenceNumber).toList());
            return function.deliver(batch);
        }, done::add, givenUp::add, () -> NOW).deliver("shard", List.of(records));
    }

    private static Outcome answer(String json) {
        return new Outcome.Answer(json.getBytes(UTF_8));
    }

    static ObjectNode record(int number, Instant written) {
        var record = Json.MAPPER.createObjectNode();
        record.putObject("dynamodb").put("SequenceNumber", Integer.toString(number))
                .put("ApproximateCreationDateTime", written.getEpochSecond());
        return record;
    }

    private static Mapping mapping(OptionalInt retries, Optional<Duration> age) {
        return mapping(true, retries, age);
    }

    static Mapping mapping(boolean oldestFirst, OptionalInt retries, Optional<Duration> age) {
        var function = new LambdaFunction("taker", LambdaFunction.LATEST, false, "Taker", List.of("arn"), "us-east-1",
                "Taker", Path.of("code"), Map.of(), 128, Duration.ofSeconds(3), 1, "Text", "",
                Role.ofEverything("role"));
        return new Mapping("Stream", "arn", function, "arn:aws:dynamodb:us-east-1:0:table/t/stream/s", oldestFirst, 10,
                Duration.ZERO, false, true, retries, age, Optional.empty());
    }
}
