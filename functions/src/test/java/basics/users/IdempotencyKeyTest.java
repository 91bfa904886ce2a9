package basics.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.testing.Answer;
import basics.testing.Call;

class IdempotencyKeyTest {
    private static final String ADA = "ada@example.com";
    private static final String KEY = "8e03978e-40d5-43dd-bc93-6894a57f9324";

    private final UserCalls calls = new UserCalls();

    private Answer create(String key, String json) {
        return Call.withBody(json).header("Idempotency-Key", key).subject("kim").to(calls.create);
    }

    private static Call change(String key, String json) {
        return Call.withBody(json).path("email", ADA).header("Idempotency-Key", key).subject("kim");
    }

    private Answer update(String key, String json) {
        return change(key, json).to(calls.update);
    }

    @Test
    void shouldCreateOnceAndAnswerTheSameAgain() {
        var first = create(KEY, "{\"email\":\"ada@example.com\",\"city\":\"London\"}");
        var stored = calls.stored(ADA);
        calls.now.set(UserCalls.CREATED.plusSeconds(1_000_000));

        var again = create(KEY, "{\"city\":\"London\", \"email\":\"ADA@example.com\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again).isEqualTo(first);
        assertThat(again.header("Location")).isEqualTo("/ada%40example.com");
        assertThat(calls.stored(ADA)).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"city\":\"Tulsa\",\"n\":1.0}", "{\"address\":{\"zip\":null,\"no\":1},\"n\":10e-1}"})
    void shouldChangeOnceAndAnswerTheSameAgain(String patch) {
        calls.created(ADA);
        var first = update(KEY, patch);
        var stored = calls.stored(ADA);

        var again = update(KEY, " " + patch.replace(":", " : "));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("version")).isEqualTo("2");
        assertThat(again).isEqualTo(first);
        assertThat(calls.stored(ADA)).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"city\":\"Tulsa\"}", "{\"address\":{\"zip\":\"2\"}}"})
    void shouldRecogniseARetryBeforeCheckingTheVersion(String patch) {
        var etag = String.valueOf(calls.created(ADA).header("ETag"));
        var first = change(KEY, patch).header("If-Match", etag).to(calls.update);

        var again = change(KEY, patch).header("If-Match", etag).to(calls.update);
        var afterReading = change(KEY, patch).header("If-Match", String.valueOf(first.header("ETag"))).to(calls.update);

        assertThat(first.status()).isEqualTo(200);
        assertThat(List.of(again, afterReading)).containsOnly(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"city\":\"Oslo\"}", "{\"city\":\"Tulsa\",\"a\":{}}", "{\"city\":null}"})
    void shouldRefuseAnotherChangeWithTheSameKey(String other) {
        calls.created(ADA);
        update(KEY, "{\"city\":\"Tulsa\"}");
        var stored = calls.stored(ADA);

        var answer = update(KEY, other);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("title")).isEqualTo("Unprocessable Content");
        assertThat(answer.text("detail")).contains("Idempotency-Key", "new key");
        assertThat(calls.stored(ADA)).isEqualTo(stored);
    }

    @Test
    void shouldRefuseAnotherOperationOrCreationWithTheSameKey() {
        create(KEY, "{\"email\":\"ada@example.com\",\"city\":\"London\"}");

        assertThat(create(KEY, "{\"email\":\"ada@example.com\"}").status()).isEqualTo(422);
        assertThat(update(KEY, "{\"city\":\"London\"}").status()).isEqualTo(422);

        assertThat(update("other", "{\"city\":\"London\"}").status()).isEqualTo(200);
        assertThat(create("other", "{\"email\":\"ada@example.com\",\"city\":\"London\"}").status()).isEqualTo(422);
        assertThat(calls.read(ADA).text("version")).isEqualTo("2");
    }

    @Test
    void shouldForgetTheKeyWithTheNextWrite() {
        create(KEY, "{\"email\":\"ada@example.com\"}");
        calls.update(ADA, "{\"a\":1}");
        assertThat(create(KEY, "{\"email\":\"ada@example.com\"}").status()).isEqualTo(409);

        update(KEY, "{\"a\":2}");
        update("other", "{\"a\":3}");
        assertThat(update(KEY, "{\"a\":2}").text("a")).isEqualTo("2");
        assertThat(calls.read(ADA).text("version")).isEqualTo("5");

        calls.delete(ADA);
        assertThat(create(KEY, "{\"email\":\"ada@example.com\"}").status()).isEqualTo(201);
    }

    @Test
    void shouldKeepTheKeysOfSubjectsSeparate() {
        calls.created(ADA);
        update(KEY, "{\"a\":1}");

        var answer = Call.withBody("{\"a\":1}").path("email", ADA).header("Idempotency-Key", KEY).subject("sam")
                .to(calls.update);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("version")).isEqualTo("3");
    }

    @Test
    void shouldKeepTheKeysOfUsersSeparate() {
        calls.created(ADA);
        update(KEY, "{\"a\":1}");

        assertThat(create(KEY, "{\"email\":\"bob@example.com\"}").status()).isEqualTo(201);
    }

    @Test
    void shouldChangeOnceForManySimultaneousRetries() throws Exception {
        calls.created(ADA);
        Callable<Answer> repetition = () -> update(KEY, "{\"a\":{\"b\":1}}");

        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var answer : pool.invokeAll(IntStream.range(0, 16).mapToObj(_ -> repetition).toList())) {
                assertThat(answer.get().status()).isEqualTo(200);
                assertThat(answer.get().text("version")).isEqualTo("2");
            }
        }
    }

    @Test
    void shouldNeitherShowNorKeepTheKeyItself() {
        create(KEY, "{\"email\":\"ada@example.com\"}");

        assertThat(calls.stored(ADA).toString()).doesNotContain(KEY);
        assertThat(calls.stored(ADA)).containsKey("_write_key");
        for (var shown : List.of(calls.read(ADA), calls.list(), create(KEY, "{\"email\":\"ada@example.com\"}"),
                update("k2", "{\"a\":1}"))) {
            assertThat(shown.status()).isLessThan(300);
            assertThat(shown.body()).doesNotContain("write");
        }
    }

    @Test
    void shouldWorkWithoutASubject() {
        var call = Call.withBody("{\"email\":\"ada@example.com\"}").header("Idempotency-Key", KEY);

        assertThat(call.to(calls.create).status()).isEqualTo(201);
        assertThat(call.to(calls.create).status()).isEqualTo(201);
    }

    static List<String> good() {
        return List.of("!", "~", "\"8e03978e\"", "a,b", "x".repeat(255));
    }

    @ParameterizedTest
    @MethodSource("good")
    void shouldAcceptVisibleAscii(String key) {
        assertThat(create(key, "{\"email\":\"ada@example.com\"}").status()).isEqualTo(201);
        assertThat(create(key, "{\"email\":\"ada@example.com\"}").status()).isEqualTo(201);
    }

    static List<String> bad() {
        return List.of("", " ", "a b", "a\tb", "é", "\u007f", "x\n", "x".repeat(256));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void shouldRefuseEverythingElse(String key) {
        calls.created("bob@example.com");

        var creation = create(key, "{\"email\":\"ada@example.com\"}");
        var change = Call.withBody("{\"a\":1}").path("email", "bob@example.com").header("Idempotency-Key", key)
                .to(calls.update);

        for (var answer : List.of(creation, change)) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errors()).containsExactly("Idempotency-Key");
        }
        assertThat(calls.read(ADA).status()).isEqualTo(404);
        assertThat(calls.read("bob@example.com").text("version")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0", "1E2, 100"})
    void shouldCompareNumbersByValue(String one, String other) {
        calls.created(ADA);
        update(KEY, "{\"a\":" + one + "}");

        assertThat(update(KEY, "{\"a\":" + other + "}").text("version")).isEqualTo("2");
    }
}
