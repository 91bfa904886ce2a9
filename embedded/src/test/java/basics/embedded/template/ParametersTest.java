package basics.embedded.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.StartException;

class ParametersTest {
    private static final JsonNode DECLARED = json("""
        {"Name": {"Type": "String", "Default": "given"}, "Bare": {"Type": "String"},
         "Address": {"Type": "String", "AllowedPattern": "https?://.+"}, "Count": {"Type": "Number"},
         "Long": {"Type": "String", "MinLength": 3}}""");

    @Test
    void shouldPreferAGivenValueToTheDefault() {
        assertThat(new Parameters(DECLARED, Map.of()).value("Name")).contains("given");
        assertThat(new Parameters(DECLARED, Map.of("Name", "other")).value("Name")).contains("other");
        assertThat(new Parameters(DECLARED, Map.of("Address", "http://a")).value("Address")).contains("http://a");
    }

    @Test
    void shouldHaveNoValueWithoutValueAndDefault() {
        assertThat(new Parameters(DECLARED, Map.of()).value("Bare")).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({"Nothing, x, declares no parameter Nothing", "Address, ftp://a, the parameter Address can't be ftp://a",
        "Count, 1, the parameter Count can't be 1", "Long, abc, property MinLength of the parameter Long"})
    void shouldRefuseAValueThatItCantTake(String name, String value, String message) {
        assertThatThrownBy(() -> new Parameters(DECLARED, Map.of(name, value))).isInstanceOf(StartException.class)
                .hasMessageContaining(message);
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
    }
}
