package basics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import basics.testing.Answer;
import basics.testing.Call;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

class RecordEventsTest {
    private final EventCalls calls = new EventCalls();

    private static String event(String id, String more) {
        return "{\"event\":\"e\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"id\":\"" + id + "\"" + more + "}";
    }

    private static String batch(String... events) {
        return "{\"events\":[" + String.join(",", events) + "]}";
    }

    private static String batchOf(int count, String more) {
        var events = new String[count];
        for (var i = 0; i < count; i++) {
            events[i] = event("id-" + i, more);
        }
        return batch(events);
    }

    @Test
    void shouldRecord100EventsAndAcceptTheSameBatchAgain() {
        assertThat(calls.recordBatch(batchOf(100, "")).body()).isEqualTo("{\"recorded\":100}");
        assertThat(calls.recordBatch(batchOf(100, "")).body()).isEqualTo("{\"recorded\":100}");
        assertThat(calls.query("e", "limit", "1000").items()).hasSize(100);
    }

    @Test
    void shouldRecordTheNewEventsOfABatch() {
        calls.record(event("id-1", ""));

        assertThat(calls.recordBatch(batchOf(3, "")).status()).isEqualTo(200);
        assertThat(EventCalls.ids(calls.query("e"))).containsExactly("id-0", "id-1", "id-2");
    }

    @Test
    void shouldRecordNothingWhenOneIsRecordedWithOtherAttributes() {
        calls.record(event("id-1", ",\"a\":1"));

        var answer = calls.recordBatch(batchOf(3, ""));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errors()).containsExactly("/events/1");
        assertThat(EventCalls.ids(calls.query("e"))).containsExactly("id-1");
    }

    @Test
    void shouldPointAtEveryInvalidEventAndRecordNothing() {
        var answer = calls.recordBatch(batch(event("a", ""), "{\"event\":\"e\",\"timestamp\":\"x\"}", "7",
                "{\"id\":\"b\",\"n\":1e999}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactlyInAnyOrder("/events/1/timestamp", "/events/2", "/events/3/event",
                "/events/3/n");
        assertThat(calls.query("e").items()).isEmpty();
    }

    @Test
    void shouldMergeEqualEventsAndRefuseContradictingOnes() {
        assertThat(calls.recordBatch(batch(event("a", ""), event("a", ""))).body()).isEqualTo("{\"recorded\":1}");
        assertThat(calls.recordBatch(batch(event("b", ""), event("b", ",\"x\":1"))).errors())
                .containsExactly("/events/1");
        assertThat(EventCalls.ids(calls.query("e"))).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3650})
    void shouldRefuseTheSameEventWithAndWithoutAnExpiryInEitherOrder(int retentionDays) {
        var handler = calls.recordingBatches(retentionDays);
        var given = event("a", ",\"expires_at\":253402300799");
        var none = event("a", "");

        assertThat(Call.withBody(batch(given, none)).to(handler).errors()).containsExactly("/events/1");
        assertThat(Call.withBody(batch(none, given)).to(handler).errors()).containsExactly("/events/1");
        assertThat(calls.query("e").items()).isEmpty();
    }

    @Test
    void shouldRefuseAMalformedBatch() {
        assertThat(calls.recordBatch("{}").errors()).containsExactly("/events");
        assertThat(calls.recordBatch("{\"events\":[]}").errors()).containsExactly("/events");
        assertThat(calls.recordBatch("{\"events\":{}}").errors()).containsExactly("/events");
        assertThat(calls.recordBatch(batchOf(101, "")).errors()).containsExactly("/events");
        assertThat(calls.recordBatch("{\"events\":[" + event("a", "") + "],\"x/y\":1}").errors())
                .containsExactly("/x~1y");
    }

    @Test
    void shouldAcceptEventsAsDeepAsSingleOnes() {
        var deep = ",\"d\":" + "[".repeat(31) + "]".repeat(31);
        var tooDeep = ",\"d\":" + "[".repeat(32) + "]".repeat(32);

        assertThat(calls.recordBatch(batch(event("a", deep))).status()).isEqualTo(200);
        assertThat(calls.record(event("b", deep)).status()).isEqualTo(201);
        assertThat(calls.recordBatch(batch(event("c", tooDeep))).status()).isEqualTo(400);
        assertThat(calls.record(event("c", tooDeep)).status()).isEqualTo(400);
    }

    @Test
    void shouldRefuseMoreThan4MegabytesAndAnEventOver400Kilobytes() {
        assertThat(calls.recordBatch(batchOf(10, ",\"t\":\"" + "x".repeat(419_000) + "\"")).status()).isEqualTo(413);
        assertThat(calls.recordBatch(batchOf(1, ",\"t\":\"" + "x".repeat(410_000) + "\"")).status()).isEqualTo(413);
        assertThat(calls.recordBatch(batchOf(100, ",\"t\":\"" + "x".repeat(43_000) + "\"")).status()).isEqualTo(413);
        assertThat(calls.query("e").items()).isEmpty();
    }

    @Test
    void shouldRefuseCountlessElementsWithoutCallingDynamoDb() {
        calls.tables.forgetResponses();

        var answer = calls.recordBatch(batch(event("a", ",\"v\":[" + "\"\",".repeat(1_390_000) + "\"\"]")));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(calls.tables.responses()).isEmpty();
    }

    /**
     * DynamoDB with a competing client, which records an event of the batch before each of the first 10 transactions.
     */
    private final class Overtaking implements DynamoDbClient {
        private final DynamoDbClient client = calls.tables.client();
        private int transactions;

        @Override
        public QueryResponse query(QueryRequest request) {
            return client.query(request);
        }

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            if (transactions < 10) {
                assertThat(calls.record(event("id-" + transactions, "")).status()).isEqualTo(201);
            }
            transactions++;
            return client.transactWriteItems(request);
        }

        @Override
        public String serviceName() {
            return client.serviceName();
        }

        @Override
        public void close() {
            client.close();
        }
    }

    @Test
    void shouldRetryWhileOthersRecordEventsOfTheBatch() {
        calls.entered();
        var overtaking = new Overtaking();

        var answer = Call.withBody(batchOf(12, "")).to(calls.recordingBatches(overtaking));

        assertThat(answer.body()).isEqualTo("{\"recorded\":12}");
        assertThat(overtaking.transactions).isEqualTo(11);
        assertThat(calls.query("e").items()).hasSize(12);
    }

    @Test
    void shouldRecordABatchOnceThatManySendAtOnce() throws Exception {
        var barrier = new CyclicBarrier(4);
        var answers = new ArrayList<Answer>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var futures = new ArrayList<Future<Answer>>();
            for (var i = 0; i < 4; i++) {
                futures.add(pool.submit(() -> {
                    barrier.await();
                    return calls.recordBatch(batchOf(20, ""));
                }));
            }
            for (var future : futures) {
                answers.add(future.get());
            }
        }

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(calls.query("e").items()).hasSize(20);
    }
}
