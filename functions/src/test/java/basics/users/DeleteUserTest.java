package basics.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import basics.testing.Call;

class DeleteUserTest {
    private final UserCalls calls = new UserCalls();

    @Test
    void shouldDeleteAUserAndAnswerTheSameAgain() {
        calls.created("ada@example.com");

        assertThat(calls.delete("ADA@example.com").status()).isEqualTo(204);
        assertThat(calls.read("ada@example.com").status()).isEqualTo(404);
        assertThat(calls.delete("ada@example.com").status()).isEqualTo(204);
        assertThat(calls.delete("ada@example.com").body()).isEmpty();
        assertThat(calls.delete("ada@example.com").header("Content-Type")).isNull();
        assertThat(calls.delete("ada@example.com", "\"1\"").status()).isEqualTo(204);
    }

    @Test
    void shouldDeleteOnlyTheGivenVersion() {
        var etag = String.valueOf(calls.created("ada@example.com").header("ETag"));

        assertThat(calls.delete("ada@example.com", "\"2\"").status()).isEqualTo(412);
        assertThat(calls.delete("ada@example.com", etag).status()).isEqualTo(204);
        assertThat(calls.read("ada@example.com").status()).isEqualTo(404);
    }

    @Test
    void shouldRefuseAParameterThatNeitherReadingNorDeletingHas() {
        calls.created("ada@example.com");
        var call = Call.of().path("email", "ada@example.com").query("x", "1");

        assertThat(call.to(calls.read).status()).isEqualTo(400);
        assertThat(call.to(calls.read).errors()).containsExactly("x");
        assertThat(call.to(calls.delete).errors()).containsExactly("x");
        assertThat(calls.read("ada@example.com").status()).isEqualTo(200);
    }

    @Test
    void shouldTreatAMalformedEmailAsUnknownWithoutCallingDynamoDb() {
        calls.tables.forgetResponses();

        assertThat(calls.delete("no email").status()).isEqualTo(204);
        assertThat(calls.read("no email").status()).isEqualTo(404);
        assertThat(calls.tables.responses()).isEmpty();
    }
}
