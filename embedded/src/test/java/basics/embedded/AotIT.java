package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.TestAssembly;

/** The embedded target with caches of its functions' code. */
class AotIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);
    @TempDir
    private Path directory;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "What a process has mapped is read from /proc")
    void shouldServeWhileItTrainsAndWithTheCache() throws Exception {
        var console = new ConcurrentLinkedQueue<String>();
        var assembly = TestAssembly.packed(Files.createDirectories(directory.resolve("assembly")));
        var caches = directory.resolve("aot");
        try (var embedded = start(assembly, caches, console)) {
            assertThat(new Http(embedded.apiUrl()).get("/things/1").statusCode()).isEqualTo(200);
            awaitCache(caches);
        }

        try (var embedded = start(assembly, caches, console)) {
            var pid = Long.parseLong(new Http(embedded.apiUrl()).get("/things/1?do=pid").body());

            assertThat(Files.readString(Path.of("/proc", Long.toString(pid), "maps"))).contains(".aot");
            assertThat(embedded.accessLog().used()).isEmpty();
        }
        assertThat(console).noneMatch(line -> line.contains("[aot"));
        assertThat(entries(caches)).hasSize(2);
    }

    @Test
    void shouldServeWithoutACacheThatCanNotBeMade() throws Exception {
        var console = new ConcurrentLinkedQueue<String>();
        var assembly = TestAssembly.packed(Files.createDirectories(directory.resolve("assembly")));
        var file = Files.writeString(directory.resolve("file"), "");
        try (var embedded = start(assembly, file, console)) {
            assertThat(new Http(embedded.apiUrl()).get("/things/1").statusCode()).isEqualTo(200);
            await(() -> console.stream()
                    .anyMatch(line -> line.startsWith("Functions start without an ahead-of-time cache")));
        }
    }

    @Test
    void shouldLeaveNothingOfATrainingThatIsCutShort() throws Exception {
        var assembly = TestAssembly.packed(Files.createDirectories(directory.resolve("assembly")));
        var caches = directory.resolve("aot");
        try (var embedded = start(assembly, caches, new ConcurrentLinkedQueue<>())) {
            assertThat(embedded.apiUrl()).isNotNull();
            await(() -> ProcessHandle.current().descendants().anyMatch(this::trains));
        }

        await(() -> ProcessHandle.current().descendants().noneMatch(this::trains));
        assertThat(entries(caches)).noneMatch(entry -> Files.isDirectory(entry));
    }

    private boolean trains(ProcessHandle process) {
        var command = process.info().commandLine().orElse("");
        return command.contains("AOTMode") && command.contains(directory.toString());
    }

    private static Embedded start(Path assembly, Path caches, Queue<String> console) {
        return Embedded.start(Settings.of(assembly).withAot(caches).withConsole(console::add));
    }

    private static void awaitCache(Path folder) {
        await(() -> entries(folder).stream().anyMatch(entry -> entry.toString().endsWith(".aot"))
                && entries(folder).stream().noneMatch(Files::isDirectory));
    }

    private static List<Path> entries(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.toList();
        } catch (java.io.IOException absent) {
            return List.of();
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
