package basics.users;

import static basics.testing.LossyRelay.Fate.ANSWERED;
import static basics.testing.LossyRelay.Fate.LOST_AFTER_IT_WAS_CARRIED_OUT;
import static basics.testing.LossyRelay.Fate.LOST_BEFORE_IT_IS_CARRIED_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import basics.dynamodb.FailingDynamoDb;
import basics.testing.Answer;
import basics.testing.Call;
import basics.testing.LossyRelay;

/** Clients learn the result of their own write, whichever of DynamoDB's responses get lost and whoever else writes. */
@Execution(ExecutionMode.CONCURRENT)
class LostAnswersTest {
    private static final String ADA = "ada@example.com";
    /** The JDK sends a request twice if no response comes, and the SDK makes three attempts. */
    private static final int ATTEMPTS = 6;
    private static final int OTHERS = 40;
    /** Long enough for all other writers, even on a slow machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final UserCalls direct = new UserCalls();
    private final LossyRelay relay = new LossyRelay(direct.tables.endpoint());
    private final UserCalls calls = direct.through(FailingDynamoDb.client(relay.port(), PATIENCE));

    LostAnswersTest() throws IOException {}

    @AfterEach
    void close() {
        relay.close();
        calls.users.client().close();
    }

    /** The ways to change a user. */
    private enum Change {
        SIMPLE(false, "{\"city\":\"Tulsa\"}"),
        OF_A_VERSION(true, "{\"city\":\"Tulsa\"}"),
        WITH_AN_OBJECT(false, "{\"city\":\"Tulsa\",\"address\":{\"zip\":\"2\"}}"),
        WITH_AN_OBJECT_OF_A_VERSION(true, "{\"city\":\"Tulsa\",\"address\":{\"zip\":\"2\"}}");

        private final boolean ofVersion;
        private final String patch;

        Change(boolean ofVersion, String patch) {
            this.ofVersion = ofVersion;
            this.patch = patch;
        }

        Answer make(UserCalls calls, String etag) {
            return ofVersion ? calls.update(ADA, etag, patch) : calls.update(ADA, patch);
        }
    }

    /** What gets lost, and in how many attempts, on a new or a reused connection. */
    private record Loss(LossyRelay.Fate fate, int times, boolean kept) {
        void of(String operation, LostAnswersTest test) {
            if (kept) {
                test.calls.read("nobody@example.com");
            }
            for (var i = 0; i < times; i++) {
                test.relay.next(operation, fate);
            }
        }
    }

    static Stream<Loss> losses() {
        return Stream.of(LOST_BEFORE_IT_IS_CARRIED_OUT, LOST_AFTER_IT_WAS_CARRIED_OUT)
                .flatMap(fate -> IntStream.of(1, 2, ATTEMPTS - 1).boxed()
                        .flatMap(times -> Stream.of(false, true).map(kept -> new Loss(fate, times, kept))));
    }

    private String createdAda() {
        return String.valueOf(direct.created(ADA).header("ETag"));
    }

    private void assertKept(Answer answer, int version) {
        var kept = direct.read(ADA);
        assertThat(answer.body()).isEqualTo(kept.body());
        assertThat(answer.header("ETag")).isEqualTo(kept.header("ETag"));
        assertThat(kept.json().get("version").intValue()).isEqualTo(version);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void shouldAnswerACreationAsCreated(Loss loss) {
        loss.of("PutItem", this);

        var answer = calls.create("{\"email\":\"ada@example.com\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/ada%40example.com");
        assertKept(answer, 1);
        assertThat(relay.requests("PutItem")).isEqualTo(loss.times + 1);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void shouldWriteOnceAndAnswerSo(Loss loss) {
        for (var change : Change.values()) {
            var etag = createdAda();
            loss.of("UpdateItem", this);

            var answer = change.make(calls, etag);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text("city")).isEqualTo("Tulsa");
            assertKept(answer, 2);
            direct.delete(ADA);
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void shouldAnswerADeletionAsDone(Loss loss) {
        createdAda();
        loss.of("DeleteItem", this);
        assertThat(calls.delete(ADA).status()).isEqualTo(204);

        var etag = createdAda();
        loss.of("DeleteItem", this);
        assertThat(calls.delete(ADA, etag).status()).isEqualTo(204);

        assertThat(direct.read(ADA).status()).isEqualTo(404);
    }

    @Test
    void shouldAnswerACreationAsCreatedAfterLaterWrites() {
        relay.next("PutItem", LOST_AFTER_IT_WAS_CARRIED_OUT, () -> manyWrite());

        var answer = calls.create("{\"email\":\"ada@example.com\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertKept(answer, 1 + OTHERS);
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnswerAWriteAsDoneAfterLaterWrites(Change change) {
        var etag = createdAda();
        relay.next("UpdateItem", LOST_AFTER_IT_WAS_CARRIED_OUT, () -> manyWrite());

        var answer = change.make(calls, etag);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("city")).isEqualTo("Tulsa");
        assertKept(answer, 2 + OTHERS);
    }

    private void manyWrite() {
        for (var i = 0; i < OTHERS; i++) {
            assertThat(direct.update(ADA, "{\"w" + i % 10 + "\":" + i + "}").status()).isEqualTo(200);
        }
    }

    @Test
    void shouldNotMistakeAnothersWriteForItsOwn() {
        var etag = createdAda();
        Runnable another = () -> direct.update(ADA, "{\"city\":\"Oslo\"}");
        relay.next("UpdateItem", LOST_BEFORE_IT_IS_CARRIED_OUT, another);
        assertThat(calls.update(ADA, etag, "{\"city\":\"Tulsa\"}").status()).isEqualTo(412);

        relay.next("PutItem", LOST_BEFORE_IT_IS_CARRIED_OUT);
        assertThat(calls.create("{\"email\":\"ada@example.com\",\"city\":\"Tulsa\"}").status()).isEqualTo(409);

        assertThat(direct.read(ADA).text("city")).isEqualTo("Oslo");
        assertThat(direct.read(ADA).text("version")).isEqualTo("2");
    }

    @Test
    void shouldAnswerThatADeletedUserIsGone() {
        createdAda();
        relay.next("UpdateItem", LOST_AFTER_IT_WAS_CARRIED_OUT, () -> direct.delete(ADA));

        assertThat(calls.update(ADA, "{\"city\":\"Tulsa\"}").status()).isEqualTo(404);
    }

    @Test
    void shouldProtectANewUserFromTheRetryOfAVersionsDeletion() {
        var etag = createdAda();
        relay.next("DeleteItem", LOST_AFTER_IT_WAS_CARRIED_OUT, this::createdAda);

        // DynamoDB can't distinguish this retry from a deletion of the new user, which the version forbids.
        direct.now.set(UserCalls.CREATED.plusSeconds(1));
        assertThat(calls.delete(ADA, etag).status()).isEqualTo(412);
        assertThat(direct.read(ADA).status()).isEqualTo(200);
    }

    @Test
    void shouldAskForARetryWhenEveryResponseIsLostAndRecogniseItsKey() {
        lose("PutItem", ATTEMPTS);
        var creation = Call.withBody("{\"email\":\"ada@example.com\"}").header("Idempotency-Key", "k-1");
        assertThat(creation.to(calls.create).status()).isEqualTo(503);
        var created = creation.to(calls.create);
        assertThat(created.status()).isEqualTo(201);
        assertKept(created, 1);

        lose("UpdateItem", ATTEMPTS);
        var change = Call.withBody("{\"city\":\"Tulsa\"}").path("email", ADA).header("Idempotency-Key", "k-2");
        var lost = change.to(calls.update);
        assertThat(lost.status()).isEqualTo(503);
        assertThat(lost.header("Retry-After")).isEqualTo("1");
        var changed = change.to(calls.update);
        assertThat(changed.status()).isEqualTo(200);
        assertKept(changed, 2);
    }

    private void lose(String operation, int times) {
        for (var i = 0; i < times; i++) {
            relay.next(operation, LOST_AFTER_IT_WAS_CARRIED_OUT);
        }
    }

    /** DynamoDB carries out all requests in the end, in any order. */
    @ParameterizedTest
    @EnumSource(names = {"SIMPLE", "WITH_AN_OBJECT"})
    void shouldWriteOnceWhenDynamoDbPausesLongerThanTheReadTimeout(Change change) {
        writeInAPause(change, Duration.ofSeconds(1));
    }

    @Test
    void shouldWriteOnceWhenDynamoDbPausesLongerThanFunctionsWait() {
        writeInAPause(Change.OF_A_VERSION, Duration.ofSeconds(3));
    }

    private void writeInAPause(Change change, Duration readTimeout) {
        var etag = createdAda();
        try (var client = FailingDynamoDb.client(relay.port(), readTimeout)) {
            var patient = direct.through(client);
            assertThat(patient.read(ADA).status()).isEqualTo(200);
            relay.next("UpdateItem", ANSWERED, relay::hold);

            var answer = CompletableFuture.supplyAsync(() -> change.make(patient, etag), Thread::startVirtualThread);
            await().atMost(PATIENCE).until(() -> relay.requests("UpdateItem") >= 2);
            relay.release();

            assertThat(answer.join().status()).isEqualTo(200);
            assertKept(answer.join(), 2);
        }
    }
}
