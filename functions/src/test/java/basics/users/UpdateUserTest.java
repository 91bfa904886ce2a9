package basics.users;

import static basics.testing.LossyRelay.Fate.ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.dynamodb.FailingDynamoDb;
import basics.dynamodb.Values;
import basics.testing.Answer;
import basics.testing.Call;
import basics.testing.LossyRelay;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class UpdateUserTest {
    private static final String ADA = "ada@example.com";
    private final UserCalls calls = new UserCalls();
    private String etag = "";

    @BeforeEach
    void givenAda() {
        etag = String.valueOf(calls.create("""
            {"email":"ada@example.com","city":"London","address":{"zip":"1","street":{"name":"A","no":1}}}""")
                .header("ETag"));
        calls.now.set(Instant.parse("2026-11-22T10:15:30.595367999Z"));
    }

    @Test
    void shouldChangeOnlyNamedAttributesAndAnswerTheWholeUser() {
        var answer = calls.update(ADA, "{\"job\":\"poet\",\"city\":null}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().has("city")).isFalse();
        assertThat(answer.text("job")).isEqualTo("poet");
        assertThat(answer.text("version")).isEqualTo("2");
        assertThat(answer.text("updated_at")).isEqualTo("1795342530.595367");
        assertThat(answer.text("created_at")).isEqualTo("1566162573");
        assertThat(answer.header("ETag")).startsWith("\"2-").isNotEqualTo(etag);
        assertThat(calls.read(ADA).body()).isEqualTo(answer.body());
    }

    @Test
    void shouldMergeObjects() {
        var answer = calls.update(ADA, "{\"address\":{\"zip\":null,\"street\":{\"no\":2},\"x\":{\"y\":null}}}");

        assertThat(answer.json().get("address").toString())
                .isEqualTo("{\"street\":{\"name\":\"A\",\"no\":2},\"x\":{}}");
    }

    @Test
    void shouldReplaceANonObjectByThePatchWithoutItsNulls() {
        assertThat(
                calls.update(ADA, "{\"city\":{\"name\":\"Paris\",\"gone\":null},\"list\":[null,{\"a\":null}]}").json())
                .hasToString(calls.read(ADA).body());
        assertThat(calls.read(ADA).body()).contains("\"city\":{\"name\":\"Paris\"}", "\"list\":[null,{\"a\":null}]");
    }

    @Test
    void shouldNeverCreateAUser() {
        assertThat(calls.update("nobody@example.com", "{\"a\":1}").status()).isEqualTo(404);
        assertThat(calls.update("nobody@example.com", "{\"a\":{}}").status()).isEqualTo(404);
        assertThat(calls.update("nobody@example.com", etag, "{\"a\":1}").status()).isEqualTo(404);
        assertThat(calls.update("not an email", "{\"a\":1}").status()).isEqualTo(404);
        assertThat(calls.read("nobody@example.com").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"{}, ''", "'{\"email\":\"b@example.com\"}', /email", "'{\"version\":1}', /version",
        "'{\"char\":null}', /char", "'{\"_writes_0\":1}', /_writes_0", "'{\"_writes_3\":null}', /_writes_3",
        "'{\"_write_key\":null}', /_write_key", "'{\"\":1}', /"})
    void shouldRefuseAPatchThatIsEmptyOrSetsTheServicesAttributes(String patch, String pointer) {
        var answer = calls.update(ADA, patch);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly(pointer);
    }

    @Test
    void shouldAccept100MembersButNot101() {
        assertThat(calls.update(ADA, members(100)).status()).isEqualTo(200);
        assertThat(calls.update(ADA, members(101)).status()).isEqualTo(400);
    }

    private static String members(int count) {
        var members = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            members.add("\"m" + i + "\":" + i);
        }
        return "{" + String.join(",", members) + "}";
    }

    @Test
    void shouldAcceptAnyNameForAnAttribute() {
        var answer = calls.update(ADA, "{\"size\":1,\"a.b\":2,\"#n\":3,\":v\":4,\"名\":5}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("a.b")).isEqualTo("2");
    }

    @Test
    void shouldRefuseToGrowAUserOver400Kilobytes() {
        assertThat(calls.update(ADA, "{\"a\":\"" + "x".repeat(300_000) + "\"}").status()).isEqualTo(200);
        assertThat(calls.update(ADA, "{\"b\":\"" + "x".repeat(150_000) + "\"}").status()).isEqualTo(413);
        assertThat(calls.read(ADA).text("version")).isEqualTo("2");
    }

    @Test
    void shouldShrinkTheLargestUserButNotGrowIt() {
        var length = 409_600;
        while (createEve(length).status() == 413) {
            length -= 10;
        }
        assertThat(calls.read("eve@example.com").text("text")).hasSize(length);

        // The attributes that the service writes with a change count too.
        assertThat(calls.update("eve@example.com", "{\"a\":1}").status()).isEqualTo(413);
        assertThat(calls.update("eve@example.com", "{\"text\":\"short\"}").text("version")).isEqualTo("2");
        assertThat(calls.update("eve@example.com", "{\"a\":1}").status()).isEqualTo(200);
        assertThat(calls.delete("eve@example.com").status()).isEqualTo(204);
    }

    private Answer createEve(int length) {
        return calls.create("{\"email\":\"eve@example.com\",\"text\":\"" + "x".repeat(length) + "\"}");
    }

    @Test
    void shouldRefuseAnOutdatedVersion() {
        assertThat(calls.update(ADA, etag, "{\"n\":1}").status()).isEqualTo(200);

        assertThat(calls.update(ADA, etag, "{\"n\":2}").status()).isEqualTo(412);
        assertThat(calls.update(ADA, etag, "{\"o\":{}}").status()).isEqualTo(412);
        assertThat(calls.read(ADA).text("n")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "*", "\"9\", \"1\"", "W/\"1\", \"1\"", ",\"1\","})
    void shouldAcceptEveryFormOfIfMatchForThisVersion(String ifMatch) {
        assertThat(calls.update(ADA, ifMatch, "{\"n\":1}").status()).isEqualTo(200);
        calls.created("bob@example.com");
        assertThat(calls.update("bob@example.com", ifMatch, "{\"n\":{\"o\":1}}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"1\"", "\"2\"", "\"01\"", "\"+1\"", "\"1-0\"", "\"other\"", "\"\"",
        "\"99999999999999999999\"", "\"1-384440ccc735fff\"", "\"1-384440ccc736000\"", "\"1-384440ccc735ffff\"",
        "\"1-7fffffffffffffff\"", "\"1-ffffffffffffffff\"", "\"1--1\""})
    void shouldMatchNoOtherTag(String ifMatch) {
        assertThat(calls.update(ADA, ifMatch, "{\"n\":1}").status()).isEqualTo(412);
        assertThat(calls.update(ADA, ifMatch, "{\"n\":{}}").status()).isEqualTo(412);
        assertThat(calls.delete(ADA, ifMatch).status()).isEqualTo(412);
        assertThat(calls.delete("nobody@example.com", ifMatch).status()).isEqualTo(204);
        assertThat(calls.read(ADA).text("version")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1", "1\"", "w/\"1\"", "\"1\" \"2\"", "\"1\", *", "\"a b\"", "W/", "\"", " ", ",",
        ", ,"})
    void shouldRefuseAMalformedIfMatch(String ifMatch) {
        assertThat(calls.update(ADA, ifMatch, "{\"n\":1}").errors()).containsExactly("If-Match");
        assertThat(calls.delete(ADA, ifMatch).errors()).containsExactly("If-Match");
    }

    @Test
    void shouldAccept50EntityTagsAndNoMore() {
        var others = "\"9\",".repeat(49);

        assertThat(calls.update(ADA, others + "\"1\"", "{\"n\":1}").status()).isEqualTo(200);
        assertThat(calls.update(ADA, others + "\"8\",\"2\"", "{\"n\":2}").body())
                .contains("\"If-Match\"", "at most 50 entity tags");
        assertThat(calls.delete(ADA, "W/" + others + "\"8\",\"2\"").body()).contains("at most 50 entity tags");
    }

    @Test
    void shouldNotMistakeANewUserForTheOldOne() {
        calls.delete(ADA);
        calls.created(ADA);

        assertThat(calls.update(ADA, etag, "{\"n\":1}").status()).isEqualTo(412);
        assertThat(calls.delete(ADA, etag).status()).isEqualTo(412);
        assertThat(calls.read(ADA).status()).isEqualTo(200);
    }

    @Test
    void shouldLetExactlyOneOfManyWritersWithTheSameVersionWin() throws Exception {
        var answers = atOnce(8, i -> calls.update(ADA, etag, "{\"winner\":" + i + "}"));

        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(200);
        assertThat(answers.stream().filter(answer -> answer.status() == 412)).hasSize(7);
        assertThat(calls.read(ADA).text("version")).isEqualTo("2");
    }

    @Test
    void shouldApplyAllOfManySimultaneousMerges() throws Exception {
        var answers = atOnce(40, i -> calls.update(ADA, "{\"address\":{\"k" + i + "\":" + i + "}}"));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(calls.read(ADA).json().get("address").size()).isEqualTo(42);
        assertThat(calls.read(ADA).text("version")).isEqualTo("41");
    }

    @Test
    void shouldAskForARetryWhenOthersWriteUntilTheFunctionTimesOut() throws Exception {
        try (var relay = new LossyRelay(calls.tables.endpoint()); var client = FailingDynamoDb.client(relay.port())) {
            // Another client writes between each read and the write after it.
            relay.next("Query", ANSWERED, () -> calls.update(ADA, "{\"n\":1}"));

            var answer = Call.withBody("{\"address\":{\"zip\":\"2\"}}").path("email", ADA).remainingMillis(4_999)
                    .to(calls.through(client).update);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.text("detail")).contains("Nothing was changed");
            assertThat(calls.read(ADA).json().at("/address/zip").textValue()).isEqualTo("1");
            assertThat(calls.read(ADA).text("version")).isEqualTo("2");
        }
    }

    /** Users written by another program, with dates that this service can't write, or without dates. */
    @ParameterizedTest
    @CsvSource({"253402300800, 9999-12-31 23:59:59.000000", "99999999999999, 2026-11-22 10:15:30.000000",
        "9223372036854775807, 2026-11-22 10:15:30.000000", "-1, 1969-12-31 23:59:59.000000", "1795342530, yesterday",
        "1795342530, 2019-08-18 21:09:33.147595", "tomorrow, ''"})
    void shouldUpdateAUserWithDatesThatItDidNotWrite(String createdAt, String humanDate) {
        calls.users.client().putItem(put -> put.tableName(calls.users.table()).item(Map.of(
                "email", Values.text("eve@example.com"), "char", Values.text("e"), "version", AttributeValue.fromN("3"),
                "created_at", Values.text(createdAt), "human_date", Values.text(humanDate))));

        assertThat(calls.read("eve@example.com").header("ETag")).isEqualTo("\"3\"");
        assertThat(calls.update("eve@example.com", "{\"a\":{\"b\":1}}").status()).isEqualTo(200);
        assertThat(calls.update("eve@example.com", "\"3\"", "{\"a\":{}}").status()).isEqualTo(412);
        assertThat(calls.update("eve@example.com", "\"4\"", "{\"a\":{\"c\":2}}").header("ETag")).isEqualTo("\"5\"");
        assertThat(calls.read("eve@example.com").text("created_at")).isEqualTo(createdAt);
    }

    /** Versions that this service can't have written. It counts on from them. */
    @ParameterizedTest
    @CsvSource({"1.5, 2.5", "-3, -2", "99999999999999999999, 100000000000000000000"})
    void shouldMergeIntoAUserWithAVersionThatItDidNotWrite(String version, String next) {
        calls.users.client().putItem(put -> put.tableName(calls.users.table()).item(Map.of(
                "email", Values.text("eve@example.com"), "char", Values.text("e"),
                "version", AttributeValue.fromN(version))));

        var answer = calls.update("eve@example.com", "{\"a\":{\"b\":1}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("version")).isEqualTo(next);
    }

    @Test
    void shouldUpdateAUserWithOnlyAKey() {
        calls.users.client().putItem(put -> put.tableName(calls.users.table()).item(Map.of(
                "email", Values.text("eve@example.com"), "char", Values.text("e"))));

        assertThat(calls.update("eve@example.com", "\"0\"", "{\"a\":{\"b\":1}}").header("ETag")).isEqualTo("\"1\"");
    }

    private interface Writer {
        Answer write(int number);
    }

    private static List<Answer> atOnce(int writers, Writer writer) throws Exception {
        var barrier = new CyclicBarrier(writers);
        var answers = new ArrayList<Answer>();
        try (var pool = Executors.newFixedThreadPool(writers)) {
            var futures = new ArrayList<Future<Answer>>();
            for (var i = 0; i < writers; i++) {
                var number = i;
                futures.add(pool.submit(() -> {
                    barrier.await();
                    return writer.write(number);
                }));
            }
            for (var future : futures) {
                answers.add(future.get());
            }
        }
        return answers;
    }
}
