package basics.customruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.lambda.TaskRoots;
import basics.infra.InfraApp;

/** Unpacks the finished zip in another folder and runs its bootstrap. */
class CustomRuntimeIT {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path ASSEMBLY = PROJECT.resolve("infra/target/cdk.out");
    private static final Path ZIP = PROJECT
            .resolve("extras/custom-runtime/target/custom-runtime-%s.zip".formatted(Image.architecture()));
    private static final String CACHED = " source: shared objects file";
    /** Counts follow the events within a moment, after the start of the function that counts. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NOT_FOUND = "\"statusCode\":404";

    private final TaskRoots roots = new TaskRoots();
    private Path unpacked = Path.of("");

    @BeforeEach
    void unpack() {
        unpacked = roots.of(ZIP);
    }

    @AfterEach
    void remove() {
        roots.close();
    }

    @Test
    void shouldServeEveryOperationOfTheStack(@TempDir Path folder) throws Exception {
        try (var service = new Service(synthesised(folder))) {
            assertThat(service.call("GET", "/health", "", 200).path("status").asText()).isEqualTo("ok");
            service.call("POST", "/users", "{\"email\":\"ada@example.com\",\"city\":\"Tulsa\"}", 201);
            assertThat(service.call("GET", "/users/ada@example.com", "", 200).path("city").asText()).isEqualTo("Tulsa");
            service.call("PATCH", "/users/ada@example.com", "{\"city\":\"Paris\"}", 200);
            assertThat(service.call("GET", "/users", "", 200).at("/items/0/city").asText()).isEqualTo("Paris");
            service.call("DELETE", "/users/ada@example.com", "", 204);
            service.call("GET", "/users/ada@example.com", "", 404);
            var event = "{\"event\":\"clicked\",\"timestamp\":\"2026-01-01T10:15:30.123Z\",\"id\":\"%s\"}";
            service.call("POST", "/events", event.formatted("a"), 201);
            service.call("POST", "/event-batches", "{\"events\":[%s]}".formatted(event.formatted("b")), 200);
            assertThat(service.call("GET", "/events/clicked", "", 200).path("items")).hasSize(2);
            assertThat(service.call("GET", "/events?date=2026-01-01", "", 200).path("items")).hasSize(2);
            var counts = "/events/clicked/counts?from=2026-01-01&to=2026-01-02&by=day";
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                    service.call("GET", counts, "", 200).at("/items/0/count").asInt()).isEqualTo(2));
        }
    }

    @Test
    void shouldLoadItsClassesFromTheCache() throws Exception {
        try (var started = new Started(unpacked, ASSEMBLY)) {
            // When
            var answer = started.answer();

            // Then
            assertThat(answer).contains(NOT_FOUND);
            assertThat(started.log()).anyMatch(line -> line.contains("basics.users.ReadUser" + CACHED))
                    .anyMatch(line -> line.contains("services.dynamodb.DefaultDynamoDbClient" + CACHED))
                    .anyMatch(line -> line.contains("runtime.api.client.AWSLambda" + CACHED))
                    .noneMatch(line -> line.contains("mismatch") || line.contains("[warning]"));
            var loaded = started.log().stream().filter(line -> line.contains(" source: ")).toList();
            var cached = loaded.stream().filter(line -> line.contains(CACHED)).toList();
            assertThat(cached).hasSizeGreaterThan(loaded.size() * 9 / 10);
        }
    }

    @Test
    void shouldAnswerWithoutACache() throws Exception {
        // Given
        Files.delete(unpacked.resolve(Image.CACHE));

        try (var started = new Started(unpacked, ASSEMBLY)) {
            // When, then
            assertThat(started.answer()).contains(NOT_FOUND);
            assertThat(started.log()).anyMatch(line -> line.contains("basics.users.ReadUser source: file:"));
        }
    }

    @Test
    void shouldAnswerWithACacheOfOtherFiles() throws Exception {
        // Given
        Files.setLastModifiedTime(unpacked.resolve("functions.jar"),
                FileTime.from(Instant.parse("2026-01-01T00:00:02Z")));

        try (var started = new Started(unpacked, ASSEMBLY)) {
            // When, then
            assertThat(started.answer()).contains(NOT_FOUND);
            assertThat(started.log()).anyMatch(line -> line.contains("basics.users.ReadUser source: file:"));
        }
    }

    @Test
    void shouldAnswerWithADamagedCache() throws Exception {
        // Given
        Files.writeString(unpacked.resolve(Image.CACHE), "half of it");

        try (var started = new Started(unpacked, ASSEMBLY)) {
            // When, then
            assertThat(started.answer()).contains(NOT_FOUND);
        }
    }

    /** Lambda mounts the folder read-only. */
    @Test
    void shouldWriteNothingIntoItsFolder() throws Exception {
        // Given
        var before = times(unpacked);

        try (var started = new Started(unpacked, ASSEMBLY)) {
            // When
            assertThat(started.answer()).contains(NOT_FOUND);

            // Then
            assertThat(times(unpacked)).isEqualTo(before).containsKey(unpacked.resolve("bootstrap"));
        }
    }

    /** The cache identifies its jars by their times. A zip stores local times in even seconds. */
    @Test
    void shouldHaveTheSameTimesInEveryTimeZone() throws IOException {
        try (var zip = new ZipFile(ZIP.toFile())) {
            assertThat(zip.stream()).filteredOn(entry -> !entry.isDirectory()).isNotEmpty().allSatisfy(entry -> {
                assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo("2026-01-01T00:00:00Z");
                assertThat(entry.getTimeLocal()).isEqualTo("2026-01-01T00:00:00");
            });
        }
    }

    @Test
    void shouldFitIntoLambda() throws IOException {
        try (var files = Files.walk(unpacked)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(Image.LARGEST);
        }
    }

    /** Amazon Linux 2023 has glibc 2.34 (Amazon Linux 2023 User Guide, "Core glibc"). */
    @Test
    void shouldNeedNoNewerCLibraryThanAmazonLinuxs() throws IOException {
        assertThat(binaries()).hasSizeGreaterThan(5)
                .allSatisfy(file -> assertThat(newestGlibc(file)).isBetween(2, 34));
    }

    private List<Path> binaries() throws IOException {
        try (var files = Files.walk(unpacked)) {
            return files.filter(file -> file.toString().endsWith(".so") || file.endsWith("java/bin/java")).toList();
        }
    }

    private static int newestGlibc(Path file) throws IOException {
        return Pattern.compile("GLIBC_2\\.(\\d+)").matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                .results().mapToInt(version -> Integer.parseInt(version.group(1))).max().orElse(0);
    }

    private static Map<Path, FileTime> times(Path root) throws IOException {
        var times = new TreeMap<Path, FileTime>();
        try (var files = Files.walk(root)) {
            for (var file : files.toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    /** The environment local with the custom runtime. */
    private static Path synthesised(Path folder) throws IOException, InterruptedException {
        var assembly = folder.resolve("cdk.out");
        var mapper = new ObjectMapper();
        var context = (ObjectNode) mapper.readTree(PROJECT.resolve("cdk.json").toFile()).path("context");
        context.put("env", "local").withObject("/environments/local").put("runtime", "custom");
        var output = folder.resolve("output");
        var command = Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), InfraApp.class.getName()).toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("CDK_OUTDIR", assembly.toString(), "CDK_CONTEXT_JSON",
                mapper.writeValueAsString(context), "CDK_VALIDATION", "false"));
        var process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return assembly;
    }
}
