package basics.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void shouldStartATargetWithoutSettings() {
        var settings = Settings.of(Map.of("api.url", "", "load.users", " ")::get);

        assertThat(settings).isEqualTo(new Settings(Optional.empty(), Optional.empty(), 5, 30, false));
    }

    @Test
    void shouldReadTheSettings() {
        var settings = Settings.of(Map.of("api.url", "https://api.example/api/", "api.token", "token", "load.users",
                "1000", "load.seconds", "10", "load.hot", "true")::get);

        assertThat(settings).isEqualTo(new Settings(Optional.of(URI.create("https://api.example/api")),
                Optional.of("token"), 1000, 10, true));
    }

    @ParameterizedTest
    @CsvSource({"load.users, 0", "load.users, 1001", "load.users, many", "load.users, -5", "load.seconds, 9",
        "load.seconds, 3001", "load.hot, very", "load.seconds, 99999999999", "api.url, localhost:8080",
        "api.url, ftp://api.example"})
    void shouldNameAnInvalidSetting(String name, String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.of(Map.of(name, value)::get))
                .withMessageStartingWith("-D" + name + "=" + value);
    }
}
