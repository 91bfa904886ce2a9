package basics.embedded.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import basics.embedded.platform.StartException;

class DebuggingTest {
    @Test
    void shouldCountPortsFrom5005() {
        assertThat(Debugging.of("Save").ports()).isEqualTo(Map.of("Save", 5005));
        assertThat(Debugging.of("Save,Load").ports()).isEqualTo(Map.of("Save", 5005, "Load", 5006));
        assertThat(Debugging.of("Save:6000, Load").ports()).isEqualTo(Map.of("Save", 6000, "Load", 5005));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":5005", "Save:", "Save:x", "Save:0", "Save:65536", "Save:-1", "Save,,Load",
        "Save,Save"})
    void shouldRefuseWhatIsNoNameWithAPort(String text) {
        assertThatThrownBy(() -> Debugging.of(text)).isInstanceOf(StartException.class)
                .hasMessage("-Ddebug=%s is not NAME or NAME:PORT, several separated by commas.", text);
    }

    @Test
    void shouldRefuseOnePortForTwo() {
        assertThatThrownBy(() -> Debugging.of("Save:5005,Load")).isInstanceOf(StartException.class)
                .hasMessage("-Ddebug=Save:5005,Load gives one port to two functions.");
    }
}
