package basics.embedded.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPathTest {

    @ParameterizedTest(name = "{0}: {1}, routed as {2}")
    @CsvSource({"/api/users, /users, /users", "/api/users/, /users/, /users", "/users, /users, /users",
        "/users/, /users/, /users", "/api, /, /", "/api/, /, /", "/, /, /", "//users, /users, /users",
        "/api//users, /users, /users", "//api/users, /users, /users", "/apis/users, /apis/users, /apis/users",
        "/users//a, /users//a, /users//a", "/users//, /users//, /users/", "/api/api, /api, /api",
        "/users/a%2Fb%2F, /users/a%2Fb%2F, /users/a%2Fb%2F", "*, *, *"})
    void shouldFindWhatFollowsTheStage(String sent, String inStage, String routed) {
        // When
        var path = RequestPath.of(sent, "api");

        // Then
        assertThat(path.seen()).isEqualTo(sent);
        assertThat(path.inStage()).isEqualTo(inStage);
        assertThat(path.routed()).isEqualTo(routed);
    }

    @Test
    void shouldLeaveAPathThatIsKnownToHaveNoStage() {
        assertThat(RequestPath.within("/api/users/").routed()).isEqualTo("/api/users");
    }

    @ParameterizedTest
    @CsvSource({"/users/%ff, true", "/users/%zz, true", "/users/~a'(b), true", "/users/\u00ff, false",
        "/users/a b, false"})
    void shouldTellWhatIsNoUrl(String sent, boolean ascii) {
        assertThat(RequestPath.of(sent, "api").isAscii()).isEqualTo(ascii);
    }
}
