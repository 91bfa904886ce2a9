package basics.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @Test
    void shouldTakeTheServiceOnThisMachineWithoutSettings() {
        var settings = Settings.of(Map.of("env", "", "apply", " ")::get);

        assertThat(settings.environment()).isEmpty();
        assertThat(settings.endpoint()).isEqualTo(URI.create("http://127.0.0.1:8000"));
        assertThat(settings.settle()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.options().flag("apply")).isFalse();
    }

    @Test
    void shouldReadTheSettings() {
        var settings = Settings.of(Map.of("target", "deployed", "env", "prod", "settle", "300", "apply", "true", "name",
                "clicked button", "from", "2026-11-22", "to", "2026-11-23")::get);

        assertThat(settings.environment()).contains("prod");
        assertThat(settings.settle()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.options().flag("apply")).isTrue();
        assertThat(settings.name()).contains("clicked button");
        assertThat(settings.period()).isEqualTo(Period.of("2026-11-22", "2026-11-23"));
    }

    @Test
    void shouldRepeatTheTargetForAnotherCommand() {
        assertThat(Settings.of(Map.of("target", "deployed", "env", "prod")::get).target())
                .isEqualTo(" -Dtarget=deployed -Denv=prod");
        assertThat(Settings.of(Map.<String, String>of()::get).target()).isEmpty();
        assertThat(Settings.of(Map.of("endpoint", "http://127.0.0.1:8001")::get).target())
                .isEqualTo(" -Dendpoint=http://127.0.0.1:8001");
    }

    @ParameterizedTest
    @ValueSource(strings = {" login", "login ", "\u00a0", " "})
    void shouldTakeANameAsItIs(String name) {
        assertThat(Settings.of(Map.of("name", name)::get).name()).contains(name);
    }

    /** As extras/counts/pom.xml gives it. */
    @ParameterizedTest
    @CsvSource({"'login |', 'login '", "|, ", "one|two|, one|two"})
    void shouldTakeTheMarkOffTheEndOfAName(String given, String name) {
        System.setProperty("name", given);
        try {
            assertThat(Settings.of(Main::option).name()).isEqualTo(Optional.ofNullable(name));
        } finally {
            System.clearProperty("name");
        }
    }

    @ParameterizedTest
    @CsvSource({"target, localstack", "target, deployed", "env, prod", "endpoint, 8000", "settle, 3601",
        "settle, soon"})
    void shouldNameAnInvalidSetting(String name, String value) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Settings.of(Map.of(name, value)::get))
                .withMessageStartingWith("-D" + name + "=" + value);
    }

    @Test
    void shouldAskForWhatARepairNeeds() {
        var settings = Settings.of(Map.of("from", "2026-11-22")::get);

        assertThat(settings.name()).isEmpty();
        assertThatExceptionOfType(Refusal.class).isThrownBy(settings::period).withMessageContaining("-Dto=");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Settings.of(Map.of("apply", "yes")::get).options().flag("apply"))
                .withMessageStartingWith("-Dapply=yes");
    }
}
