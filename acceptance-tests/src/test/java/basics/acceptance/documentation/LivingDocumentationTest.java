package basics.acceptance.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cucumber.messages.NdjsonToMessageIterable;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.types.Envelope;
import io.cucumber.plugin.event.EventHandler;
import io.cucumber.plugin.event.EventPublisher;

class LivingDocumentationTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void shouldLeaveMessagesThatNameTheCommitAndASite() throws IOException {
        var file = folder.resolve("target/features.ndjson");
        var cucumber = new Publisher();
        new LivingDocumentation(file, () -> "embedded", new PrintStream(out, true, StandardCharsets.UTF_8))
                .setEventPublisher(cucumber);

        cucumber.send(Samples.flying(folder).leaves("sample").resolve("sample.ndjson"));

        var run = TargetRun.read("embedded", file);
        assertThat(run.commit()).matches("[0-9a-f]{40}(-dirty)?|unknown").isEqualTo(WorkingTree.commit());
        assertThat(run.tally().all()).isEqualTo(7);
        assertThat(file.resolveSibling("living-documentation/index.html")).content().contains("A bird");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("Living documentation: "
                + file.resolveSibling("living-documentation/index.html").toUri());
    }

    /** Cucumber, as far as a plugin sees it that wants messages. */
    private static final class Publisher implements EventPublisher {

        private final List<EventHandler<Envelope>> handlers = new ArrayList<>();

        @Override
        @SuppressWarnings("unchecked") // There is one type of events here.
        public <T> void registerHandlerFor(Class<T> type, EventHandler<T> handler) {
            handlers.add((EventHandler<Envelope>) handler);
        }

        @Override
        public <T> void removeHandlerFor(Class<T> type, EventHandler<T> handler) {
            handlers.remove(handler);
        }

        private void send(Path file) throws IOException {
            try (var messages = new NdjsonToMessageIterable(Files.newInputStream(file), new Deserializer())) {
                for (Envelope message : messages) {
                    handlers.forEach(handler -> handler.receive(message));
                }
            }
        }
    }
}
