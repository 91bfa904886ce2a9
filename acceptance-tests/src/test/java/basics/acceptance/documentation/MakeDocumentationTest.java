package basics.acceptance.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import basics.samples.SampleRun;

class MakeDocumentationTest {

    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile(" (?:href|src)=\"([^\"]*)\"");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void shouldMakeTheSiteAndTheMatrix() throws IOException {
        assertThat(make(Samples.flying(folder).leaves("embedded"))).isZero();

        assertThat(site().resolve("index.html")).content().contains("Flying", "A bird", "albatross",
                "Look at these first", "As it should.");
        assertThat(site().resolve("contract.html")).isNotEmptyFile();
        assertThat(site().resolve("history.ndjson")).content().contains("\"target\":\"embedded\"");
        assertThat(page()).content().startsWith("# Target matrix\n");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("site/index.html");
        assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void shouldLeadToWhatIsThereAndToNothingOutside() throws IOException {
        make(Samples.flying(folder).leaves("embedded"));

        for (var name : new String[]{"index.html", "contract.html"}) {
            var text = Files.readString(site().resolve(name));
            var ids = ID.matcher(text).results().map(id -> id.group(1)).toList();

            assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
            assertThat(LINK.matcher(text).results().map(link -> link.group(1))).isNotEmpty()
                    .allMatch(link -> link.startsWith("#")
                            ? new HashSet<>(ids).contains(link.substring(1))
                            : Files.exists(site().resolve(link.replaceFirst("#.*", ""))));
        }
    }

    @Test
    void shouldShowWhatSomebodyWroteAsTextAndNotAsAPage() throws IOException {
        make(SampleRun.of(folder, "birds/odd.feature",
                "Feature: <script>a()</script>\n  Rule: &amp;\n    Example: A & B\n      When it works\n")
                .leaves("embedded"));

        assertThat(site().resolve("index.html")).content().contains("&lt;script&gt;a()&lt;/script&gt;", "A &amp; B")
                .doesNotContain("<script>a()");
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
        return new MakeDocumentation(Path.of(""), stream(out), stream(complaints)).make(results, site(), page(),
                folder.resolve("runs.yaml"));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private Path site() {
        return folder.resolve("site");
    }

    private Path page() {
        return folder.resolve("page.md");
    }
}
