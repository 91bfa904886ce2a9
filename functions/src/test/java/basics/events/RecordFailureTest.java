package basics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.dynamodb.FailingDynamoDb;
import basics.dynamodb.Setup;
import basics.testing.Answer;
import basics.testing.Call;

@Execution(ExecutionMode.CONCURRENT)
class RecordFailureTest {
    /** More than it takes for the pauses to be the longest. */
    private static final int RETRIES = 8;
    /** The same limit as in the functions' client. */
    private static final int CLIENT_ATTEMPTS = 3;
    private final FailingDynamoDb dynamoDb;
    private final Call call = Call.withBody("{\"events\":[{\"event\":\"a\"},{\"event\":\"b\"}]}");

    RecordFailureTest() throws IOException {
        dynamoDb = new FailingDynamoDb();
    }

    @AfterEach
    void close() {
        dynamoDb.close();
    }

    private Setup setup() {
        return EventCalls.setup(dynamoDb.client(), "events", 0, InstantSource.system());
    }

    private Answer recordBatch() {
        return call.to(new RecordEvents(setup()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
    void shouldRetryABatchThatMeetsAnotherTransactionOrIsThrottled(String reason) {
        dynamoDb.cancel(RETRIES, List.of("None", reason));

        assertThat(recordBatch().body()).isEqualTo("{\"recorded\":2}");
        assertThat(dynamoDb.requests()).isEqualTo(RETRIES + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
    void shouldAskForARetryWhenABatchKeepsConflicting(String reason) {
        dynamoDb.cancel(RETRIES + 1, List.of("None", reason));
        call.timeForRetries(RETRIES);

        var answer = recordBatch();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.text("detail")).contains("Nothing was recorded");
        assertThat(dynamoDb.requests()).isEqualTo(RETRIES + 1);
    }

    /** DynamoDB refuses the whole call, when the table and not only an item's partition is throttled. */
    @ParameterizedTest
    @ValueSource(strings = {"ProvisionedThroughputExceededException", "ThrottlingException"})
    void shouldAskForARetryWhenTheTableIsThrottled(String code) {
        dynamoDb.always(400, code);

        var answer = recordBatch();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(dynamoDb.requests()).isEqualTo(CLIENT_ATTEMPTS);
    }

    @Test
    void shouldRecordTheWholeBatchSentAgainAfterThrottling() {
        dynamoDb.cancel(1, List.of("None", "ThrottlingError"));
        call.remainingMillis(4_999);

        assertThat(recordBatch().status()).isEqualTo(503);
        assertThat(recordBatch().body()).isEqualTo("{\"recorded\":2}");
        assertThat(dynamoDb.requests()).isEqualTo(2);
    }

    @Test
    void shouldAskForARetryBeforeTheFunctionTimesOut() {
        dynamoDb.cancel(1, List.of("None", "TransactionConflict"));
        call.remainingMillis(4_999);

        assertThat(recordBatch().status()).isEqualTo(503);
        assertThat(dynamoDb.requests()).isEqualTo(1);
    }

    @Test
    void shouldHideWhyATransactionFailed() {
        dynamoDb.cancel(1, List.of("None", "ItemCollectionSizeLimitExceeded"));

        var answer = recordBatch();

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("arn:", "ItemCollection");
        assertThat(call.log().lines().getFirst()).startsWith("ERROR dynamodb_error=TransactionCanceledException")
                .doesNotContain("arn:");
    }

    @ParameterizedTest
    @CsvSource({"Item size has exceeded the maximum allowed size, 413",
        "Item size to update has exceeded the maximum allowed size, 413",
        "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes, 500",
        "Invalid ConditionExpression: Expression size has exceeded the maximum allowed size, 500"})
    void shouldAnswer413WhenATransactionIsCancelledForItsSize(String words, int status) {
        dynamoDb.cancelAsInvalid(words);

        assertThat(recordBatch().status()).isEqualTo(status);
        assertThat(dynamoDb.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TransactionConflictException", "TransactionInProgressException"})
    void shouldRetryAnEventThatConflictsAndThenAskForARetry(String code) {
        dynamoDb.always(400, code);

        var answer = Call.withBody("{\"event\":\"a\"}").to(new RecordEvent(setup()));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(dynamoDb.requests()).isEqualTo(CLIENT_ATTEMPTS);
    }
}
