package basics.acceptance.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowsersTest {

    @TempDir
    private Path folder;

    @Test
    void shouldLookForNoneUnlessAsked() {
        assertThat(Browsers.find(Optional.empty(), Map.of())).isEmpty();
        assertThat(Browsers.find(Optional.of("false"), Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chromium", "google-chrome"})
    void shouldTakeTheOneOnThePath(String name) throws IOException {
        var program = program(name);

        assertThat(Browsers.find(Optional.of("true"), Map.of("PATH", "/nowhere:" + folder))).contains(program);
    }

    @Test
    void shouldTakeTheOneThatIsNamed() throws IOException {
        var program = program("my-browser");

        assertThat(Browsers.find(Optional.of(program.toString()), Map.of())).contains(program);
    }

    @Test
    void shouldRefuseOneThatDoesNotRun() throws IOException {
        var text = Optional.of(Files.writeString(folder.resolve("notes"), "").toString());

        assertThatThrownBy(() -> Browsers.find(text, Map.of())).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there is no such program");
    }

    private Path program(String name) throws IOException {
        var file = Files.writeString(folder.resolve(name), "");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
