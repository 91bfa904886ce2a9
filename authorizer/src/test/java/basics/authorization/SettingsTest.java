package basics.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Map<String, String> GOOD = Map.of("ISSUER", "https://issuer.example", "JWKS_URI",
            "https://issuer.example/jwks", "AUDIENCE", "dynamodb-basics", "ROUTES", Question.ROUTES);

    private static Settings with(String name, String value) {
        var variables = new HashMap<>(GOOD);
        variables.put(name, value);
        return Settings.of(variables);
    }

    @Test
    void shouldReadTheRoutesByScope() {
        assertThat(Settings.of(GOOD).routes())
                .containsOnlyKeys("users:read", "users:write", "events:read", "notes:read")
                .containsEntry("users:read",
                        new Routes(List.of("GET/users", "GET/users/", "GET/users/*"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISSUER", "JWKS_URI", "AUDIENCE", "ROUTES"})
    void shouldNameTheMissingVariable(String name) {
        assertThatThrownBy(() -> with(name, "")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://issuer.example/jwks", "http://localhost:8080/oauth2/jwks", "http://127.0.0.1/jwks",
        "http://[::1]:1/jwks"})
    void shouldAcceptKeysOverHttpsOrLoopback(String uri) {
        assertThat(with("JWKS_URI", uri).jwks()).hasToString(uri);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://issuer.example/jwks", "http://localhost.evil/jwks", "http://localhost@evil/jwks",
        "http://10.0.0.1/jwks", "file:///etc/passwd", "jar:http://localhost/a!/b", "ftp://localhost/jwks", "jwks",
        "http:localhost"})
    void shouldRefuseKeysFromAnyOtherUrl(String uri) {
        assertThatThrownBy(() -> with("JWKS_URI", uri)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JWKS_URI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "{\"users:read\":\"GET/users\"}", "{\"users:read\":[\"GET/users\"]}",
        "{\"users:read\":null}", "{\"users:read\":{\"allow\":[\"GET/users\"]}}",
        "{\"users:read\":{\"deny\":[\"GET/users\"]}}", "{\"users:read\":{\"allow\":[null],\"deny\":[]}}",
        "{\"users:read\":{\"allow\":[],\"deny\":[1]}}", "x"})
    void shouldRefuseMalformedRoutes(String routes) {
        assertThatThrownBy(() -> with("ROUTES", routes)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ROUTES");
    }

    @Test
    void shouldFailWithoutAnIssuerInTheEnvironment() {
        var question = new Question(new Authorize());

        assertThat(question.about(TestToken.of(TestKeys.RSA).signedBy(TestKeys.RSA)).failure())
                .startsWith("AuthorizerUnavailable");
        assertThat(question.log()).singleElement().asString().contains("caused_by=java.net.ConnectException");
    }
}
