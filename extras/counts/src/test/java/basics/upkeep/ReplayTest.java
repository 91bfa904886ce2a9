package basics.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** How a replay ends when messages come again and SQS's numbers lag. */
class ReplayTest {
    private final List<String> lines = new ArrayList<>();
    private Duration waited = Duration.ZERO;

    /** A stream that has forgotten everything. */
    private static final class Forgetful implements DynamoDbStreamsClient {
        @Override
        public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
            throw ResourceNotFoundException.builder().message("Requested resource not found").build();
        }

        @Override
        public String serviceName() {
            return "streams";
        }

        @Override
        public void close() {}
    }

    private static final class Unused implements DynamoDbClient {
        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }

    private boolean replay(SqsStub sqs, String... options) {
        var settings = Settings.of(option -> List.of(options).contains(option) ? "true" : null);
        var service = new Service(new Unused(), new Forgetful(), sqs,
                Map.of("CountsTable", "counts", "FailedCountsQueue", "queue"));
        return new Replay(service, settings, time -> waited = waited.plus(time), lines::add).run();
    }

    private static String lost(int day) {
        return """
            {"DDBStreamBatchInfo": {"shardId": "shardId-1", "startSequenceNumber": "100", "endSequenceNumber": "300",
             "approximateArrivalOfFirstRecord": "2026-11-%02dT10:00:00Z",
             "approximateArrivalOfLastRecord": "2026-11-%02dT23:59:59Z", "batchSize": 3, "streamArn": "arn"}}"""
                .formatted(day, day);
    }

    private static String[] lost() {
        return IntStream.range(0, 30).mapToObj(i -> lost(10 + i % 3)).toArray(String[]::new);
    }

    @Test
    void shouldEndWhenMessagesComeAgain() {
        var sqs = new SqsStub(lost()).hidden(30);

        assertThat(replay(sqs)).isFalse();

        assertThat(lines).endsWith("30 stay in the queue, for the reasons above.");
        // By its newest receipt, as the older ones are void.
        assertThat(sqs.released()).hasSize(30).contains("id-0@7");
    }

    @Test
    void shouldTakeWhatWaitsBehindMessagesThatComeAgain() {
        var sqs = new SqsStub(IntStream.range(0, 11).mapToObj(_ -> lost(10)).toArray(String[]::new)).comingAgain(1);

        assertThat(replay(sqs)).isFalse();

        assertThat(lines).endsWith("11 stay in the queue, for the reasons above.");
    }

    @Test
    void shouldSayOnceWhatIsLostAndHowToRecountIt() {
        replay(new SqsStub(lost()));

        assertThat(lines).filteredOn(line -> line.contains("lost"))
                .containsExactly(
                        "30 failed batches that came from 2026-11-10T10:00:00Z to 2026-11-12T23:59:59Z: the stream"
                                + " has lost 90 of their records, as it keeps them for 24 hours.");
        assertThat(lines).containsSubsequence("  mvn -Preplay -Dforget",
                "  mvn -Prepair -Dfrom=2026-11-10 -Dto=2026-11-13 -Dapply");
    }

    @Test
    void shouldSayHowToRecountWhenItForgets() {
        assertThat(replay(new SqsStub(lost()), "forget")).isTrue();

        assertThat(lines).contains("  mvn -Prepair -Dfrom=2026-11-10 -Dto=2026-11-13 -Dapply")
                .noneMatch(line -> line.contains("-Dforget"))
                .startsWith("30 failed batches are settled: 0 events counted now, 0 records were counted before.");
    }

    @Test
    void shouldSayOnceThatMessagesAreNotOfLambda() {
        assertThat(replay(new SqsStub("one", "other"))).isFalse();

        assertThat(lines).containsOnlyOnce("2 messages are not of Lambda about a batch of a DynamoDB stream.")
                .endsWith("2 stay in the queue, for the reasons above.");
    }

    @Test
    void shouldNotFailBecauseANumberLags() {
        assertThat(replay(new SqsStub(lost()).hidden(10, 10, 0), "forget")).isTrue();

        assertThat(waited).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void shouldFailWhenMessagesStayHidden() {
        assertThat(replay(new SqsStub().hidden(3))).isFalse();

        assertThat(lines).anyMatch(line -> line.startsWith("About 3 messages are hidden"));
        assertThat(waited).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void shouldFindNothingInAnEmptyQueue() {
        assertThat(replay(new SqsStub())).isTrue();

        assertThat(lines).containsExactly("The queue of failed batches is empty: nothing to do."
                + " If a run was stopped within the last minutes, run this again.");
        assertThat(waited).isZero();
    }
}
