package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.Sources;
import basics.embedded.fixture.TestAssembly;

/** Classes that are compiled while they are served. */
class ReloadIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    @TempDir
    private Path directory;
    private Path classes = Path.of("");
    private final Queue<String> console = new ConcurrentLinkedQueue<>();
    private Embedded embedded;
    private Http http;

    @BeforeEach
    void start() throws IOException {
        classes = directory.resolve("classes");
        var assembly = TestAssembly.in(Files.createDirectories(directory.resolve("assembly")),
                template -> ((ObjectNode) template.at("/Resources/Probe/Properties")).put("Handler", Sources.GREETER));
        Sources.compile(Sources.greeter("old"), assembly.resolve("asset.probe"));
        Sources.compile(Sources.greeter("old"), classes);
        embedded = Embedded.start(Settings.of(assembly).withConsole(console::add).withSources(
                new basics.embedded.reload.Sources(List.of(classes), List.of(), List.of())));
        http = new Http(embedded.apiUrl());
    }

    @AfterEach
    void stop() {
        embedded.close();
    }

    @Test
    void shouldRunWhatWasCompiledFromTheNextCallOn() throws IOException {
        assertThat(http.get("/things/1").body()).startsWith("old");
        var url = embedded.apiUrl();

        Sources.compile(Sources.greeter("new"), classes);

        awaitGreeting("new");
        assertThat(embedded.apiUrl()).isEqualTo(url);
        assertThat(console).contains("Reloaded: Words");
    }

    @Test
    void shouldEndARequestUnderWayInTheCodeThatItBeganIn() throws IOException {
        var end = directory.resolve("end");
        var underWay = CompletableFuture.supplyAsync(() -> http.get("/things/1?until=" + end).body());
        await().atMost(PATIENCE).until(() -> Files.exists(directory.resolve("end.begun")));

        Sources.compile(Sources.greeter("new"), classes);

        awaitGreeting("new");
        assertThat(underWay).isNotDone();
        Files.writeString(end, "");
        assertThat(underWay).succeedsWithin(PATIENCE).asString().startsWith("old");
        assertThat(http.get("/things/1").body()).startsWith("new");
    }

    @Test
    void shouldKeepWhatACompilerRemovesBeforeItFails() throws IOException {
        Sources.compile(Sources.greeter("new"), classes);
        awaitGreeting("new");

        Files.delete(classes.resolve("Words.class"));
        Files.delete(classes.resolve(Sources.GREETER + ".class"));
        Files.writeString(classes.resolve("seen.txt"), "");

        await().atMost(PATIENCE).until(() -> console.contains("Reloaded: seen.txt"));
        assertThat(http.get("/things/1").body()).startsWith("new");
    }

    @Test
    void shouldReturnToThePackedCodeWhenAnEditIsUndone() throws IOException {
        Sources.compile(Sources.greeter("new"), classes);
        awaitGreeting("new");

        Sources.compile(Sources.greeter("old"), classes);

        awaitGreeting("old");
    }

    private void awaitGreeting(String greeting) {
        await().atMost(PATIENCE).until(() -> http.get("/things/1").body().startsWith(greeting));
    }
}
