package basics.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.http.Variables;
import basics.testing.Call;
import basics.testing.Tables;

class UsersEnvironmentTest {
    @ParameterizedTest
    @CsvSource({"https://app.example, https://app.example, Origin", "*, *, ", ", , ", "'', , "})
    void shouldSendTheCorsHeadersOfItsEnvironment(@Nullable String origin, @Nullable String allowed,
            @Nullable String vary) {
        var variables = new Variables(origin == null ? Map.of() : Map.of("CORS_ORIGIN", origin));
        var tables = new Tables();
        var users = new Users(tables.client(), tables.users(), InstantSource.system());

        var created = Call.withBody("{\"email\":\"ada@example.com\"}").to(new CreateUser(variables, users));
        var deleted = Call.of().path("email", "ada@example.com").to(new DeleteUser(variables, users));
        var missing = Call.of().path("email", "ada@example.com").to(new ReadUser(variables, users));

        assertThat(created.status()).isEqualTo(201);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(missing.status()).isEqualTo(404);
        for (var answer : List.of(created, deleted, missing)) {
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(allowed);
            assertThat(answer.header("Vary")).isEqualTo(vary);
            assertThat(answer.header("Access-Control-Expose-Headers"))
                    .isEqualTo(allowed == null ? null : "ETag, Location, Retry-After");
        }
    }

    @Test
    void shouldNameTheVariableThatIsMissing() {
        assertThatThrownBy(() -> Users.of(new Variables(Map.of()))).hasMessageContaining("AWS_REGION");
        assertThatThrownBy(() -> Users.of(new Variables(Map.of("AWS_REGION", "eu-central-1"))))
                .hasMessageContaining("USERS_TABLE");
    }
}
