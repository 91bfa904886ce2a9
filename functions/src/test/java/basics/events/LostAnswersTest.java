package basics.events;

import static basics.testing.LossyRelay.Fate.ANSWERED;
import static basics.testing.LossyRelay.Fate.LOST_AFTER_IT_WAS_CARRIED_OUT;
import static basics.testing.LossyRelay.Fate.LOST_BEFORE_IT_IS_CARRIED_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import basics.dynamodb.FailingDynamoDb;
import basics.testing.Answer;
import basics.testing.Call;
import basics.testing.LossyRelay;
import basics.testing.LossyRelay.Fate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Clients learn whether their events were recorded, whichever of DynamoDB's responses get lost. */
@Execution(ExecutionMode.CONCURRENT)
class LostAnswersTest {
    private static final String PUT = "PutItem";
    private static final String TRANSACTION = "TransactWriteItems";
    private static final String NAMED = "{\"event\":\"e\",\"timestamp\":\"2026-11-22T10:00:00Z\",\"id\":\"c-1\",\"n\":1}";
    private static final String NAMELESS = "{\"event\":\"e\",\"timestamp\":\"2026-11-22T10:00:00Z\",\"n\":1}";
    private static final String OTHER = NAMED.replace("\"n\":1", "\"n\":2");
    private static final String BATCH = "{\"events\":[" + NAMED + "," + NAMELESS + "," + NAMED + "]}";
    /** The JDK sends a request twice if no response comes, and the SDK makes three attempts. */
    private static final int ATTEMPTS = 6;
    /**
     * The read timeout. It is longer than the functions' 3 s, since a busy machine may be slow with the last response.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EventCalls direct = new EventCalls().entered();
    private final LossyRelay relay = new LossyRelay(direct.tables.endpoint());
    private final DynamoDbClient client = FailingDynamoDb.client(relay.port(), PATIENCE);

    LostAnswersTest() throws IOException {}

    @AfterEach
    void close() {
        relay.close();
        client.close();
    }

    /** What gets lost, and in how many attempts, at most all but the last. */
    private record Loss(Fate fate, int times) {
        void of(String operation, LossyRelay relay) {
            for (var i = 0; i < times; i++) {
                relay.next(operation, fate);
            }
        }
    }

    static Stream<Loss> losses() {
        return Stream.of(LOST_BEFORE_IT_IS_CARRIED_OUT, LOST_AFTER_IT_WAS_CARRIED_OUT)
                .flatMap(fate -> IntStream.of(1, 2, ATTEMPTS - 1).mapToObj(times -> new Loss(fate, times)));
    }

    @Test
    void shouldRecordAnEventWhenTheResponseToTheTablesRecordIsLost() {
        var first = new EventCalls();
        relay.next("Query", LOST_BEFORE_IT_IS_CARRIED_OUT);
        relay.next(PUT, LOST_AFTER_IT_WAS_CARRIED_OUT);

        assertThat(Call.withBody(NAMED).to(first.recording(client)).status()).isEqualTo(201);
        assertThat(relay.requests(PUT)).isEqualTo(3);
        assertThat(first.query("e").items()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void shouldRecordAnEventWhereAllLookWhenTheResponsesToANewNumberAreLost(Loss loss) {
        var raised = direct.deploying(4);
        loss.of(PUT, relay);

        assertThat(Call.withBody(NAMED).to(raised.recording(client)).status()).isEqualTo(201);
        assertThat(direct.query("e").items()).hasSize(1);
        raised.now = raised.now.plus(EventCalls.UNTIL_ALL_KNOW);
        assertThat(raised.shards().enter()).isEqualTo(4);
    }

    private Answer record(String json) {
        return Call.withBody(json).to(direct.recording(client));
    }

    private Answer recordBatch(String json) {
        return Call.withBody(json).to(direct.recordingBatches(client));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void shouldAnswerThatAnEventIsNew(Loss loss) {
        for (var event : new String[]{NAMED, NAMELESS}) {
            loss.of(PUT, relay);

            var answer = record(event);

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.body()).contains("\"n\":1}");
            assertThat(direct.query("e").items()).contains(answer.json());
        }
        assertThat(direct.query("e").items()).hasSize(2);
        assertThat(relay.requests(PUT)).isEqualTo(2 * (loss.times + 1));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void shouldAnswerThatAnEventIsNewInPlaceOfAnExpiredOne(Loss loss) {
        direct.record(NAMED.replace("}", ",\"expires_at\":" + (direct.now.getEpochSecond() + 10) + "}"));
        direct.now = direct.now.plusSeconds(10);
        loss.of(PUT, relay);

        assertThat(record(OTHER).status()).isEqualTo(201);
        assertThat(direct.query("e").items()).singleElement().extracting(event -> event.get("n").intValue())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void shouldAnswerThatAnEventWasRecordedBefore(Loss loss) {
        var first = direct.record(NAMED);
        loss.of(PUT, relay);
        var again = record(NAMED);
        loss.of(PUT, relay);
        var other = record(OTHER);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(409);
        assertThat(direct.query("e").items()).containsExactly(first.json());
    }

    @Test
    void shouldAnswerThatAnotherClientWasFirst() {
        relay.next(PUT, LOST_BEFORE_IT_IS_CARRIED_OUT, () -> direct.record(NAMED));
        assertThat(record(NAMED).status()).isEqualTo(200);
        relay.next(PUT, LOST_BEFORE_IT_IS_CARRIED_OUT, () -> direct.record(OTHER.replace("c-1", "c-2")));
        assertThat(record(NAMED.replace("c-1", "c-2")).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void shouldCountTheEventsOfABatch(Loss loss) {
        loss.of(TRANSACTION, relay);
        assertThat(recordBatch(BATCH).body()).isEqualTo("{\"recorded\":2}");
        assertThat(relay.requests(TRANSACTION)).isEqualTo(loss.times + 1);

        // Two of the three events exist. DynamoDB refuses the first transaction, and the second leaves them out.
        loss.of(TRANSACTION, relay);
        assertThat(recordBatch(BATCH).body()).isEqualTo("{\"recorded\":2}");
        assertThat(direct.query("e").items()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void shouldRecordNothingOfABatchThatContradictsRecordedEvents(Loss loss) {
        direct.record(OTHER);
        loss.of(TRANSACTION, relay);

        var answer = recordBatch(BATCH);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errors()).containsExactly("/events/0");
        assertThat(direct.query("e").items()).hasSize(1);
    }

    @Test
    void shouldAskForARetryWhenEveryResponseIsLostAndRecordItOnce() {
        var lost = new Loss(LOST_AFTER_IT_WAS_CARRIED_OUT, ATTEMPTS);
        lost.of(PUT, relay);
        lost.of(TRANSACTION, relay);

        assertThat(record(NAMED).header("Retry-After")).isEqualTo("1");
        assertThat(record(NAMED).status()).isEqualTo(200);
        assertThat(recordBatch("{\"events\":[" + OTHER.replace("c-1", "c-2") + "]}").status()).isEqualTo(503);
        assertThat(recordBatch("{\"events\":[" + OTHER.replace("c-1", "c-2") + "]}").body())
                .isEqualTo("{\"recorded\":1}");
        assertThat(EventCalls.ids(direct.query("e"))).containsExactly("c-1", "c-2");
    }

    /** DynamoDB carries out all requests in the end, in any order. */
    @Test
    void shouldRecordOnceWhenDynamoDbPausesLongerThanTheReadTimeout() {
        assertThat(paused(PUT, () -> record(NAMED)).status()).isEqualTo(201);
        assertThat(paused(TRANSACTION, () -> recordBatch(BATCH)).body()).isEqualTo("{\"recorded\":2}");
        assertThat(direct.query("e").items()).hasSize(2);
    }

    private Answer paused(String operation, Supplier<Answer> call) {
        relay.next(operation, ANSWERED, relay::hold);
        var answer = CompletableFuture.supplyAsync(call, Thread::startVirtualThread);
        await().atMost(PATIENCE.multipliedBy(3)).until(() -> relay.requests(operation) >= 2);
        relay.release();
        return answer.join();
    }

    /** The SDK gives each transaction a token. DynamoDB recognises it and repeats the result of the first time. */
    @Test
    void shouldNotCarryOutARepeatedTransactionAgain() {
        relay.next(TRANSACTION, LOST_AFTER_IT_WAS_CARRIED_OUT, this::deleteAll);
        relay.next(TRANSACTION, LOST_AFTER_IT_WAS_CARRIED_OUT);

        assertThat(recordBatch(BATCH).body()).isEqualTo("{\"recorded\":2}");
        assertThat(relay.requests(TRANSACTION)).isEqualTo(3);
        assertThat(direct.query("e").items()).isEmpty();
    }

    private void deleteAll() {
        var table = direct.tables.client();
        table.scan(scan -> scan.tableName(direct.table())).items()
                .forEach(item -> table.deleteItem(delete -> delete.tableName(direct.table())
                        .key(Map.of(Event.NAME, Objects.requireNonNull(item.get(Event.NAME)), Event.TIMESTAMP,
                                Objects.requireNonNull(item.get(Event.TIMESTAMP))))));
    }
}
