package basics.embedded.caches;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.jetty.server.handler.ErrorHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.json.JsonMapper;

import basics.embedded.fixture.Probe;
import basics.embedded.fixture.TestAssembly;
import basics.embedded.lambda.NativeClient;
import basics.embedded.lambda.RuntimeClient;
import basics.embedded.lambda.TaskRoots;
import basics.embedded.platform.Listener;

/** Runs Lambda's runtime client with a cache that fits, and with caches that don't. */
class AotCacheIT {
    private static final String HANDLER = Probe.class.getName();
    private static final String EVENT = "{\"queryStringParameters\": {\"do\": \"log\", \"text\": \"hello\"}}";
    private static final int MEMORY = 256;
    private static final TaskRoots ROOTS = new TaskRoots();
    @TempDir
    private static Path made;
    private static Path jar = Path.of("");
    private static final NativeClient NATIVE_CLIENT = new NativeClient(ROOTS.folder());
    @TempDir
    private Path folder;
    private List<String> command = List.of();
    private Path loaded = Path.of("");

    @BeforeAll
    static void make() throws Exception {
        jar = TestAssembly.packed(Files.createDirectories(made.resolve("assembly"))).resolve("asset.probe");
        new AotCache(made.resolve("aot")).make(jar, RuntimeClient.command(AotCache.trainee(), MEMORY, NATIVE_CLIENT),
                Map.of(), Map.of(HANDLER, EVENT), process -> {});
    }

    @AfterAll
    static void remove() {
        ROOTS.close();
    }

    @BeforeEach
    void prepare() {
        loaded = folder.resolve("loaded.txt");
        command = new AotCache(made.resolve("aot")).in(RuntimeClient.command(HANDLER, MEMORY, NATIVE_CLIENT,
                "-Xlog:class+load:file=" + loaded), jar);
    }

    @Test
    void shouldLoadTheHandlerAndItsLibrariesFromTheCache() throws Exception {
        assertThat(logOf(command)).contains("out hello").doesNotContain("[aot");

        assertThat(source(Probe.class)).contains("shared objects file");
        assertThat(source(JsonMapper.class)).contains("shared objects file");
    }

    @Test
    void shouldAnswerQuietlyWithoutTheCache() throws Exception {
        assertThat(logOf(with(folder.resolve("none.aot")))).contains("out hello").doesNotContain("[aot", "[cds",
                "rror");
    }

    @Test
    void shouldAnswerQuietlyWithABrokenCache() throws Exception {
        var broken = Files.writeString(folder.resolve("broken.aot"), "no cache");

        assertThat(logOf(with(broken))).contains("out hello").doesNotContain("[aot", "[cds", "rror");
    }

    @Test
    void shouldAnswerQuietlyWithACacheThatDoesNotFitTheOptions() throws Exception {
        var other = command.stream().filter(argument -> !argument.startsWith("--enable-native-access")).toList();

        assertThat(logOf(other)).contains("out hello").doesNotContain("[aot", "[cds");
        assertThat(source(Probe.class)).isNotEmpty().doesNotContain("shared objects file");
    }

    @Test
    void shouldAnswerFromTheTaskRootWhenTheJarHasChanged() throws Exception {
        var changed = Files.copy(jar, folder.resolve("changed.jar"));
        Files.write(changed, new byte[]{0}, StandardOpenOption.APPEND);
        var plain = RuntimeClient.command(HANDLER, MEMORY, NATIVE_CLIENT, "-Xlog:class+load:file=" + loaded);

        assertThat(logOf(new AotCache(made.resolve("aot")).in(plain, changed))).contains("out hello");
        assertThat(source(Probe.class)).contains(ROOTS.of(jar).toString());
    }

    private List<String> with(Path cache) {
        return command.stream()
                .map(argument -> argument.startsWith("-XX:AOTCache=") ? "-XX:AOTCache=" + cache : argument)
                .toList();
    }

    private String source(Class<?> type) throws IOException {
        try (Stream<String> lines = Files.lines(loaded)) {
            return lines.filter(line -> line.contains(" " + type.getName() + " source:")).findFirst().orElse("");
        }
    }

    /** The log of an environment until it requests its second event. */
    private String logOf(List<String> command) throws Exception {
        var log = folder.resolve("log.txt");
        var api = new TrainingApi(Map.of("arn", EVENT));
        try (var listener = Listener.open(0, Duration.ZERO, api, new ErrorHandler(), settings -> {})) {
            var builder = new ProcessBuilder(command).directory(ROOTS.of(jar).toFile()).redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(Map.of("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + listener.port(),
                    "LAMBDA_TASK_ROOT", ROOTS.of(jar).toString()));
            var process = builder.start();
            try {
                api.answered().get(60, TimeUnit.SECONDS);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        return Files.readString(log);
    }
}
