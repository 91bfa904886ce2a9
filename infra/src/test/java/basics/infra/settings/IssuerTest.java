package basics.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class IssuerTest {

    private static final Map<String, Object> NONE = Map.of();

    @Test
    void shouldBeReadFromItsThreeSettings() {
        assertThat(Issuer.of(settings("""
            { issuer: 'https://login.example.com/', jwksUri: 'https://login.example.com/keys', audience: api }"""),
                false)).contains(new Issuer("https://login.example.com/", "https://login.example.com/keys", "api"));
    }

    @Test
    void shouldBeOptionalExceptInTheLocalEnvironment() {
        assertThat(Issuer.of(settings("{}"), false)).isEmpty();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Issuer.of(settings("{}"), true))
                .withMessageStartingWith("environments.x.issuer is missing: must be an https URL");
    }

    @Test
    void shouldUsePlainHttpOnlyInTheLocalEnvironment() {
        // Given
        var settings = "{ issuer: 'http://localhost:1/a', jwksUri: 'http://localhost:1/k', audience: api }";

        // When, then
        assertThat(Issuer.of(settings(settings), true)).isPresent();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Issuer.of(settings(settings), false)).withMessage(
                "environments.x.issuer is \"http://localhost:1/a\": must be an https URL; issuer, jwksUri and audience"
                        + " go together");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        { issuer: 'https://a.example' }                                                   | jwksUri
        { jwksUri: 'https://a.example' }                                                  | issuer
        { audience: api }                                                                 | issuer
        { issuer: 'https://a.example', jwksUri: 'https://a.example' }                     | audience
        { issuer: 'https://a.example', jwksUri: 'https://a.example', audience: ' ' }      | audience
        { issuer: 'https://a.example', jwksUri: 'http://a.example', audience: api }       | jwksUri
        { issuer: 'https://a.example?x=1', jwksUri: 'https://a.example', audience: api }  | issuer
        { issuer: a.example, jwksUri: 'https://a.example', audience: api }                | issuer
        """)
    void shouldRefuseAnIncompleteIssuer(String settings, String offending) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Issuer.of(settings(settings), false))
                .withMessageStartingWith("environments.x." + offending + " is ");
    }

    private static Settings settings(String yaml) {
        Map<String, Object> values = new Yaml().load(yaml);
        return Settings.of("environments.x", values == null ? NONE : values);
    }
}
