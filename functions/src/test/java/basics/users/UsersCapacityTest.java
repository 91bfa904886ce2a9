package basics.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import basics.testing.AccessPatterns;
import basics.testing.Answer;
import basics.testing.Call;

@Execution(ExecutionMode.CONCURRENT)
class UsersCapacityTest {
    private static final String ADA = "ada@example.com";
    private static final int SMALL = 10;
    /** The length of a text with which the whole user stays within 5 KB. */
    private static final int FIVE_KB = 4900;
    private static final int LARGE = 300 * 1024 - 200;

    private static Answer create(UserCalls calls, String email, int length) {
        return calls.create("{\"email\":\"" + email + "\",\"text\":\"" + "x".repeat(length) + "\"}");
    }

    private static Consumer<UserCalls> users(int count, int length) {
        return calls -> {
            for (var i = 0; i < count; i++) {
                create(calls, i == 0 ? ADA : "user" + i + "@example.com", length);
            }
        };
    }

    private static Answer createWithKey(UserCalls calls) {
        return Call.withBody("{\"email\":\"ada@example.com\"}").header("Idempotency-Key", "k").to(calls.create);
    }

    private static Answer updateWithKey(UserCalls calls, String patch) {
        return Call.withBody(patch).path("email", ADA).header("Idempotency-Key", "k").to(calls.update);
    }

    /** Makes a change once, before the measured call repeats it. */
    private static Consumer<UserCalls> twice(String patch) {
        return users(1, SMALL).andThen(calls -> updateWithKey(calls, patch));
    }

    private static Answer list(UserCalls calls, String parameter, String value) {
        return Call.of().query(parameter, value).to(calls.list);
    }

    @TestFactory
    Stream<DynamicTest> shouldConsumeTheDocumentedUnits() {
        return new AccessPatterns<>(UserCalls::new, calls -> calls.tables)
                .line("createUser: a small user", calls -> create(calls, ADA, SMALL), 201)
                .line("createUser: a user of 5 KB", calls -> create(calls, ADA, FIVE_KB), 201)
                .line("createUser: the email exists", users(1, SMALL), calls -> create(calls, ADA, SMALL), 409)
                .line("createUser: the same again with its key", UsersCapacityTest::createWithKey,
                        UsersCapacityTest::createWithKey, 201)
                .line("readUser: a small user", users(1, SMALL), calls -> calls.read(ADA), 200)
                .line("readUser: a user of 5 KB", users(1, FIVE_KB), calls -> calls.read(ADA), 200)
                .line("readUser: no such user", calls -> calls.read(ADA), 404)
                .line("updateUser: a small user", users(1, SMALL), calls -> calls.update(ADA, "{\"a\":1}"), 200)
                .line("updateUser: a small attribute of a user of 5 KB", users(1, FIVE_KB),
                        calls -> calls.update(ADA, "{\"text\":null}"), 200)
                .line("updateUser: a small user grows to 5 KB", users(1, SMALL),
                        calls -> calls.update(ADA, "{\"more\":\"" + "x".repeat(FIVE_KB - SMALL) + "\"}"), 200)
                .line("updateUser: the version of `If-Match`", users(1, SMALL),
                        calls -> calls.update(ADA, "\"1\"", "{\"a\":1}"), 200)
                .line("updateUser: an object is merged into a small user", users(1, SMALL),
                        calls -> calls.update(ADA, "{\"a\":{\"b\":1}}"), 200)
                .line("updateUser: an object is merged into a user of 5 KB", users(1, FIVE_KB),
                        calls -> calls.update(ADA, "{\"a\":{\"b\":1}}"), 200)
                .line("updateUser: the same again with its key", twice("{\"a\":1}"),
                        calls -> updateWithKey(calls, "{\"a\":1}"), 200)
                .line("updateUser: an object, the same again with its key", twice("{\"a\":{\"b\":1}}"),
                        calls -> updateWithKey(calls, "{\"a\":{\"b\":1}}"), 200)
                .line("updateUser: no such user", calls -> calls.update(ADA, "{\"a\":1}"), 404)
                .line("updateUser: another version than `If-Match`", users(1, SMALL),
                        calls -> calls.update(ADA, "\"9\"", "{\"a\":1}"), 412)
                .line("updateUser: an object, no such user", calls -> calls.update(ADA, "{\"a\":{\"b\":1}}"), 404)
                .line("updateUser: an object, another version than `If-Match`", users(1, SMALL),
                        calls -> calls.update(ADA, "\"9\"", "{\"a\":{\"b\":1}}"), 412)
                .line("deleteUser: a small user", users(1, SMALL), calls -> calls.delete(ADA), 204)
                .line("deleteUser: a user of 5 KB", users(1, FIVE_KB), calls -> calls.delete(ADA), 204)
                .line("deleteUser: no such user", calls -> calls.delete(ADA), 204)
                .line("deleteUser: the version of `If-Match`", users(1, SMALL), calls -> calls.delete(ADA, "\"1\""),
                        204)
                .line("deleteUser: another version than `If-Match`", users(1, SMALL),
                        calls -> calls.delete(ADA, "\"9\""), 412)
                .line("deleteUser: no such user, with `If-Match`", calls -> calls.delete(ADA, "\"1\""), 204)
                .line("listUsers: 10 small users of many", users(15, SMALL), calls -> list(calls, "limit", "10"), 200)
                .line("listUsers: 10 users of 5 KB of many", users(15, FIVE_KB),
                        calls -> list(calls, "limit", "10"), 200)
                .line("listUsers: 10 users of 300 KB of many: 1 MB comes first", users(11, LARGE),
                        calls -> list(calls, "limit", "10"), 200)
                .line("listUsers: no user at all", UserCalls::list, 200)
                .line("listUsers: `all=true`, 5 users of 300 KB", users(5, LARGE),
                        calls -> list(calls, "all", "true"), 200)
                .tests("Users");
    }

    @Test
    void shouldLogTheConsumedUnits() {
        var calls = new UserCalls();
        create(calls, ADA, FIVE_KB);
        var call = Call.withBody("{\"a\":{\"b\":1}}").path("email", ADA);

        call.to(calls.update);

        assertThat(call.log().lines()).singleElement().asString()
                .startsWith(
                        "INFO operation=UpdateUser request_id=request-1 read_units=2.0 write_units=5.0 status=200 ");
    }
}
