package basics.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.dynamodb.Setup;
import basics.http.Variables;
import basics.testing.Call;
import basics.testing.Tables;

class UsersEnvironmentTest {
    @ParameterizedTest
    @CsvSource({"https://app.example, https://app.example, Origin", "*, *, ", ", , ", "'', , "})
    void shouldSendTheCorsHeadersOfItsEnvironment(@Nullable String origin, @Nullable String allowed,
            @Nullable String vary) {
        var tables = new Tables();
        var variables = new HashMap<>(Map.of("USERS_TABLE", UserCalls.table(tables)));
        if (origin != null) {
            variables.put("CORS_ORIGIN", origin);
        }
        var setup = new Setup(new Variables(variables), InstantSource.system(), tables.client());

        var created = Call.withBody("{\"email\":\"ada@example.com\"}").to(new CreateUser(setup));
        var deleted = Call.of().path("email", "ada@example.com").to(new DeleteUser(setup));
        var missing = Call.of().path("email", "ada@example.com").to(new ReadUser(setup));

        assertThat(created.status()).isEqualTo(201);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(missing.status()).isEqualTo(404);
        for (var answer : List.of(created, deleted, missing)) {
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(allowed);
            assertThat(answer.header("Vary")).isEqualTo(vary);
            assertThat(answer.header("Access-Control-Expose-Headers"))
                    .isEqualTo(allowed == null ? null : "ETag, Location, Retry-After, x-amzn-RequestId");
        }
    }

    @Test
    void shouldNameTheMissingVariable() {
        assertThatThrownBy(() -> Users.of(Setup.of(new Variables(Map.of())))).hasMessageContaining("AWS_REGION");
        assertThatThrownBy(() -> Users.of(Setup.of(new Variables(Map.of("AWS_REGION", "eu-central-1")))))
                .hasMessageContaining("USERS_TABLE");
    }
}
