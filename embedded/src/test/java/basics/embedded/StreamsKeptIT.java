package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.fixture.Streaming;

/** How far a stream is read outlasts a restart with a data folder, and a change of the template. */
class StreamsKeptIT {
    @TempDir
    private Path directory;

    @Test
    void shouldGoOnWhereItWasWithATableThatHadNoStream() throws Exception {
        try (var before = start("one", template -> {
            ((ObjectNode) template.path("Resources")).remove("Stream");
            ((ObjectNode) template.at("/Resources/Notes/Properties")).remove("StreamSpecification");
            ((ObjectNode) template.at("/Resources/Taking/Properties")).remove("Policies");
        })) {
            before.table("Notes").put("before");
        }
        try (var first = start("two", _ -> {})) {
            first.table("Notes").put("first");
            first.table("Notes").awaitRecords("first");
        }
        try (var second = start("two", _ -> {})) {
            second.table("Notes").put("second");

            assertThat(second.table("Notes").awaitRecords("second")).containsExactly(List.of("first"),
                    List.of("second"));
            assertThat(second.console()).noneMatch(line -> line.contains("gets no records"));
        }
    }

    @Test
    void shouldServeAChangedMappingFromWhereItWas() throws Exception {
        try (var streaming = start("one", _ -> {})) {
            var notes = streaming.table("Notes");
            notes.put("first");
            notes.awaitRecords("first");

            Streaming.assembly(emptied("one"), template -> ((ObjectNode) template.at("/Resources/Stream/Properties"))
                    .put("BatchSize", 1));
            assertThat(streaming.embedded().takeOver()).isEqualTo("event sources Stream");
            notes.putTogether("a", "b");

            assertThat(notes.awaitRecords("b")).containsExactly(List.of("first"), List.of("a"), List.of("b"));
        }
    }

    private Streaming start(String assembly, Consumer<ObjectNode> change) throws Exception {
        return Streaming.start(emptied(assembly), change, settings -> settings.withData(directory.resolve("data")));
    }

    /** An assembly's folder without the code of its functions, which is written again. */
    private Path emptied(String assembly) throws Exception {
        var folder = Files.createDirectories(directory.resolve(assembly));
        var code = folder.resolve("asset.probe");
        if (Files.exists(code)) {
            try (var files = Files.walk(code)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return folder;
    }
}
