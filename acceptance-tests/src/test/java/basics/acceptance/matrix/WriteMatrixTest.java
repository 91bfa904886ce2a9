package basics.acceptance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import basics.samples.SampleRun;

class WriteMatrixTest {

    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void shouldWriteThePage() throws IOException {
        var results = SampleRun.of(folder, "a.feature", "Feature: A\n  Example: B\n    When it works\n")
                .leaves("embedded");

        assertThat(make(results)).isZero();

        assertThat(page()).content().startsWith("# Target matrix\n").contains("| B | passed |");
        assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void shouldRefuseAFolderThatIsNotThere() throws IOException {
        assertThat(make(folder.resolve("nowhere"))).isEqualTo(1);

        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("nowhere is no folder");
        assertThat(page()).doesNotExist();
    }

    @Test
    void shouldRefuseAFolderWithoutMessages() throws IOException {
        Files.writeString(folder.resolve("features.html"), "");

        assertThat(make(folder)).isEqualTo(1);

        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("holds no TARGET.ndjson");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "{\"testRunStarted\":{\"timestamp\":{\"seconds\":1,\"nanos\":0}}}\n", "{}", "[1]",
        "{\"meta\":", "<html>", "{\"user\": \"ada\"}"})
    void shouldRefuseWhatIsNotOfMessages(String text) throws IOException {
        Files.writeString(folder.resolve("embedded.ndjson"), text);

        assertThat(make(folder)).isEqualTo(1);

        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("embedded.ndjson", "Cucumber messages");
        assertThat(page()).doesNotExist();
    }

    private int make(Path results) throws IOException {
        return WriteMatrix.make(results, page(), new PrintStream(complaints, true, StandardCharsets.UTF_8));
    }

    private Path page() {
        return folder.resolve("page.md");
    }
}
