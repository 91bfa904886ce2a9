package basics.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.testing.Call;

class CreateUserTest {
    private final UserCalls calls = new UserCalls();

    @Test
    void shouldCreateAUserWithTheServicesAttributes() {
        var answer = calls.create("{\"email\":\"Richard.Be@Example.com\",\"city\":\"Tulsa\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"email\":\"richard.be@example.com\",\"char\":\"r\","
                + "\"created_at\":\"1566162573\",\"human_date\":\"2019-08-18 21:09:33.147595\",\"version\":1,"
                + "\"city\":\"Tulsa\"}");
        assertThat(answer.header("ETag")).isEqualTo("\"1-" + Long.toHexString(1566162573147595L) + "\"");
        assertThat(calls.read("richard.be@example.com").body()).isEqualTo(answer.body());
    }

    @ParameterizedTest
    @CsvSource({"/users, /api/users, /api/users/", "/users, , /users/", "/users/, /api/users/, /api/users/",
        "/base/users, /base/users, /base/users/"})
    void shouldSendTheLocationOfTheUser(String path, @Nullable String seenPath, String collection) {
        var call = Call.withBody("{\"email\":\"Ada+1/2@example.com\"}").rawPath(path);

        var answer = (seenPath == null ? call : call.seenPath(seenPath)).to(calls.create);

        assertThat(answer.header("Location")).isEqualTo(collection + "ada%2B1%2F2%40example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "1795457060", "0.0000001", "1e125", "1E-130", "1.2E-130", "-0", "1.0", "-1e39",
        "1e40",
        "12345678901234567890123456789012345678", "-0.12345678901234567890123456789012345678",
        "[1E+2,{\"a\":-9.9999999999999999999999999999999999999E125}]"})
    void shouldAnswerANumberAsItIsReadAfterwards(String number) {
        var answer = calls.create("{\"email\":\"ada@example.com\",\"number\":" + number + "}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(calls.read("ada@example.com").body()).isEqualTo(answer.body());
        assertThat(calls.list().items()).containsExactly(answer.json());
    }

    @Test
    void shouldRefuseAnEmailThatExistsAndLeaveTheUserAsItIs() {
        calls.create("{\"email\":\"ada@example.com\",\"city\":\"London\"}");

        var answer = calls.create("{\"email\":\"ADA@example.com\",\"city\":\"Paris\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(calls.read("ada@example.com").text("city")).isEqualTo("London");
    }

    @Test
    void shouldNameAllErrorsAtOnce() {
        var answer = calls
                .create("""
                    {"email":"nobody","char":"x","created_at":"1","human_date":"1","updated_at":"1","version":7,
                     "_writes_0":[],"_writes_1":1,"_writes_2":null,"_writes_3":{},"_write_key":"x","number":1e126,"":1,"twice":1,"twice":2}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactlyInAnyOrder("/email", "/char", "/created_at", "/human_date",
                "/updated_at", "/version", "/_writes_0", "/_writes_1", "/_writes_2", "/_writes_3", "/_write_key",
                "/number",
                "/", "/twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"email\":null}", "{\"email\":1}", "{\"email\":[\"ada@example.com\"]}"})
    void shouldRefuseAUserWithoutAnEmail(String body) {
        assertThat(calls.create(body).errors()).containsExactly("/email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@127.0.0.1", "ada@example.123", "ada@4.5", "größe@example.com", "ada@exämple.com",
        "ada@xn--exmple-cua.0"})
    void shouldRefuseAnEmailThatIsNotAsciiOrHasNoHostName(String email) {
        var answer = calls.create("{\"email\":\"" + email + "\"}");

        assertThat(answer.errors()).containsExactly("/email");
        assertThat(answer.json().at("/errors/0/detail").textValue()).contains("ASCII");
        assertThat(calls.create("{\"email\":\"ada@1.e4\"}").status()).isEqualTo(201);
    }

    @Test
    void shouldRefuseAnItemOver400Kilobytes() {
        var answer = calls.create("{\"email\":\"ada@example.com\",\"text\":\"" + "x".repeat(409_600) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(calls.read("ada@example.com").status()).isEqualTo(404);
    }

    @Test
    void shouldRefuseAQueryParameter() {
        var answer = Call.withBody("{\"email\":\"ada@example.com\"}").query("dry", "1").to(calls.create);

        assertThat(answer.errors()).containsExactly("dry");
    }
}
