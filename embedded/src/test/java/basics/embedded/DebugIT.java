package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.fixture.Debugger;
import basics.embedded.fixture.Http;
import basics.embedded.fixture.Sources;
import basics.embedded.fixture.TestAssembly;
import basics.embedded.lambda.Debugging;
import basics.embedded.platform.StartException;

/** A function under a debugger, whose time limits are a second, and 300 ms at the gateway. */
class DebugIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BEYOND_ALL_LIMITS = Duration.ofSeconds(3);
    @TempDir
    private Path directory;
    private Path assembly = Path.of("");
    private Path classes = Path.of("");
    private final Queue<String> console = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void prepare() throws IOException {
        classes = directory.resolve("classes");
        assembly = TestAssembly.in(Files.createDirectories(directory.resolve("assembly")), template -> {
            ((ObjectNode) template.at("/Resources/Hasty/Properties")).put("Handler", Sources.GREETER);
            ((ObjectNode) template
                    .at("/Resources/Api/Properties/Body/paths/~1hasty/get/x-amazon-apigateway-integration"))
                    .put("timeoutInMillis", 300);
        });
        Sources.compile(Sources.greeter("old"), assembly.resolve("asset.probe"));
        Sources.compile(Sources.greeter("old"), classes);
    }

    @Test
    void shouldWaitAtABreakpointBeyondAllTimeLimitsAndReload() throws Exception {
        var port = freePort();
        try (var embedded = start(Map.of(Sources.GREETER, port))) {
            var http = new Http(embedded.apiUrl());
            try (var debugger = Debugger.attach(port)) {
                debugger.breakAt("Words", "greeting");
                var answer = CompletableFuture.supplyAsync(() -> http.get("/hasty"));

                assertThat(debugger.stopped(PATIENCE)).isTrue();
                assertThat(debugger.ended(BEYOND_ALL_LIMITS)).isFalse();
                assertThat(answer).isNotDone();
                assertThat(http.get("/things/1").statusCode()).isEqualTo(200);
                debugger.goOn();

                assertThat(answer).succeedsWithin(PATIENCE).extracting(response -> response.statusCode())
                        .isEqualTo(200);
            }

            Sources.compile(Sources.greeter("new"), classes);

            await().atMost(PATIENCE).until(() -> http.get("/hasty").body().startsWith("new"));
            try (var debugger = Debugger.attach(port)) {
                debugger.breakAt("Words", "greeting");
                var answer = CompletableFuture.supplyAsync(() -> http.get("/hasty"));
                assertThat(debugger.stopped(PATIENCE)).isTrue();
                debugger.goOn();
                assertThat(answer).succeedsWithin(PATIENCE).extracting(response -> response.body()).asString()
                        .startsWith("new");
            }
        }
    }

    @Test
    void shouldReloadOnlyOnceTheRequestAtItsBreakpointHasEnded() throws Exception {
        var port = freePort();
        try (var embedded = start(Map.of(Sources.GREETER, port))) {
            var http = new Http(embedded.apiUrl());
            try (var debugger = Debugger.attach(port)) {
                debugger.breakAt("Words", "greeting");
                var old = CompletableFuture.supplyAsync(() -> http.get("/hasty").body());
                assertThat(debugger.stopped(PATIENCE)).isTrue();

                Sources.compile(Sources.greeter("new"), classes);
                await().atMost(PATIENCE).until(() -> console.contains("Reloaded: Words"));
                var next = CompletableFuture.supplyAsync(() -> http.get("/hasty").body());
                assertThat(debugger.ended(BEYOND_ALL_LIMITS)).isFalse();
                assertThat(next).isNotDone();
                debugger.goOn();

                assertThat(old).succeedsWithin(PATIENCE).asString().startsWith("old");
                assertThat(next).succeedsWithin(PATIENCE).asString().startsWith("new");
            }
        }
    }

    @Test
    void shouldSayInOneLineWhatCanNotBeDebugged() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(Map.of(Sources.GREETER, taken.getLocalPort())).close())
                    .isInstanceOf(StartException.class).hasMessage(
                            "Port %d for the debugger of Greeter is taken: choose another, -Ddebug=Greeter:%d.",
                            taken.getLocalPort(), taken.getLocalPort() + 1);
        }
        assertThatThrownBy(() -> start(Map.of("Greter", freePort())).close()).isInstanceOf(StartException.class)
                .hasMessage("-Ddebug=Greter: there is no such function. There are Greeter, NotThere, Probe.");
    }

    private Embedded start(Map<String, Integer> debugged) {
        return Embedded.start(Settings.of(assembly).withConsole(console::add).withDebugging(new Debugging(debugged))
                .withSources(new basics.embedded.reload.Sources(List.of(classes), List.of(), List.of())));
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
