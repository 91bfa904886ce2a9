package basics.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailedBatchTest {
    /** As the Lambda Developer Guide shows it. */
    private static final String MESSAGE = """
        {
          "requestContext": {
            "requestId": "316aa6d0-8154-xmpl-9af7-85d5f4a6bc81",
            "functionArn": "arn:aws:lambda:us-east-2:123456789012:function:myfunction",
            "condition": "RetryAttemptsExhausted",
            "approximateInvokeCount": 1
          },
          "responseContext": {"statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled"},
          "version": "1.0",
          "timestamp": "2019-11-14T00:13:49.717Z",
          "DDBStreamBatchInfo": {
            "shardId": "shardId-00000001573689847184-864758bb",
            "startSequenceNumber": "800000000003126276362",
            "endSequenceNumber": "800000000003126276364",
            "approximateArrivalOfFirstRecord": "2019-11-14T00:13:19Z",
            "approximateArrivalOfLastRecord": "2019-11-14T00:13:20Z",
            "batchSize": 2,
            "streamArn": "arn:aws:dynamodb:us-east-2:123456789012:table/mytable/stream/2019-11-14T00:04:06.388"
          }
        }""";

    @Test
    void shouldReadWhereTheRecordsAre() {
        var batch = FailedBatch.of(MESSAGE).orElseThrow();

        assertThat(batch.stream()).endsWith("table/mytable/stream/2019-11-14T00:04:06.388");
        assertThat(batch.shard()).isEqualTo("shardId-00000001573689847184-864758bb");
        assertThat(batch.from()).isEqualTo("2019-11-14T00:13:19Z");
        assertThat(batch.to()).isEqualTo("2019-11-14T00:13:20Z");
        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.contains("800000000003126276363")).isTrue();
        assertThat(batch.contains("99999999999999999999")).isFalse();
        assertThat(batch.contains("800000000003126276365")).isFalse();
        assertThat(batch.ends("800000000003126276363")).isFalse();
        assertThat(batch.ends("800000000003126276364")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"batchSize\": 2,", "\"startSequenceNumber\": \"800000000003126276362\",",
        "\"approximateArrivalOfLastRecord\": \"2019-11-14T00:13:20Z\",",
        "\"shardId\": \"shardId-00000001573689847184-864758bb\","})
    void shouldNotTakeABatchWithoutItsPlaceOrSize(String member) {
        assertThat(MESSAGE).contains(member);
        assertThat(FailedBatch.of(MESSAGE.replace(member, ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "{\"DDBStreamBatchInfo\": {\"shardId\": \"one\"}}"})
    void shouldLeaveOtherMessagesAlone(String message) {
        assertThat(FailedBatch.of(message)).isEmpty();
    }
}
