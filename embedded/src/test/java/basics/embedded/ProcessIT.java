package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.Served;
import basics.embedded.fixture.Starter;
import basics.embedded.fixture.TestAssembly;

/** The command line as a process of its own, ended in every way. */
class ProcessIT {
    @TempDir
    private Path directory;
    private Path assembly = Path.of("");
    private Path data = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        assembly = TestAssembly.in(Files.createDirectories(directory.resolve("assembly")));
        data = directory.resolve("data");
    }

    @Test
    void shouldKeepTheTablesThroughAKillAndLeaveNoProcess() throws Exception {
        try (var first = Served.start(assembly, "-Ddata=" + data)) {
            var table = put(first.http(), "kept");
            var environments = first.descendants();
            assertThat(environments).hasSizeGreaterThanOrEqualTo(2);

            first.kill();

            assertThat(Served.goneInTime(environments)).isTrue();
            try (var second = Served.start(assembly, "-Ddata=" + data)) {
                assertThat(dynamoDb(second.http(), "GetItem",
                        "{\"TableName\": \"%s\", \"Key\": {\"id\": {\"S\": \"kept\"}}}".formatted(table)))
                        .contains("kept");
            }
        }
    }

    /** Some names of system properties mean something to a library: log4j takes any {@code debug} for its own. */
    @Test
    void shouldSayNothingBeforeItIsReadyWithTheNamesOfOptionsThatMavenPasses() throws Exception {
        var options = Pattern.compile("<argument>-D([^=]+)=").matcher(Files.readString(Path.of("pom.xml"))).results()
                .map(option -> option.group(1)).distinct().map("-D%s="::formatted).toArray(String[]::new);
        assertThat(options).contains("-Dport=", "-Ddata=");
        options[List.of(options).indexOf("-Dport=")] = "-Dport=0";

        try (var served = Served.start(assembly, options)) {
            assertThat(served.console().lines().limit(1)).allMatch(line -> line.startsWith("Ready"));
        }
    }

    @Test
    void shouldEndBusyEnvironmentsWhenItIsKilled() throws Exception {
        try (var served = Served.start(assembly)) {
            served.http().get("/impatient?do=sleep&ms=60000");
            var environments = served.descendants();

            served.kill();

            assertThat(Served.goneInTime(environments)).isTrue();
        }
    }

    @Test
    void shouldEndEverythingOnATermination() throws Exception {
        try (var served = Served.start(assembly)) {
            served.http().get("/impatient?do=sleep&ms=60000");
            var all = served.descendants();

            served.terminate();

            assertThat(served.ended()).isTrue();
            assertThat(Served.goneInTime(all)).isTrue();
            try (var port = new java.net.ServerSocket()) {
                port.setReuseAddress(true);
                port.bind(new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(),
                        served.http().url().getPort()));
                assertThat(port.isBound()).isTrue();
            }
        }
    }

    @Test
    void shouldSayInOneLineWhatIsWrong() throws Exception {
        var file = Files.writeString(directory.resolve("file"), "");
        try (var first = Served.start(assembly, "-Ddata=" + data)) {
            assertThat(Served.refusal(assembly, "-Ddata=" + data)).contains("is used by another instance")
                    .hasLineCount(1);
            assertThat(Served.refusal(assembly, "-Dport=" + first.http().url().getPort())).contains("is taken")
                    .contains("-Dport=0").hasLineCount(1);
            assertThat(Served.refusal(assembly, "-Ddynamodb.port=" + first.http().url().getPort()))
                    .contains("is taken").contains("-Ddynamodb.port=0").hasLineCount(1);
        }
        assertThat(Served.refusal(assembly, "-Ddata=" + file)).contains("is a file").hasLineCount(1);
        assertThat(Served.refusal(assembly, "-Dport=x")).contains("-Dport=x is not a port").hasLineCount(1);
        assertThat(Served.refusal(assembly, "-Ddynamodb.port=x")).contains("-Ddynamodb.port=x is not a port")
                .hasLineCount(1);
        assertThat(Served.refusal(assembly, "-Druntime=x")).contains("-Druntime=x: java and native are possible")
                .hasLineCount(1);
        assertThat(Served.refusal(assembly, "-Dos.name=Windows 11")).contains("WSL 2").hasLineCount(1);
        assertThat(Served.refusal(directory)).contains("There is no cloud assembly in").hasLineCount(1);
    }

    @Test
    void shouldKeepMavenFromSayingMoreThanWhatIsWrong() throws Exception {
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Starter.class.getName(), "org.codehaus.plexus.classworlds.launcher.Launcher", assembly.toString());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var maven = builder.redirectErrorStream(true).start();

        var output = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output.stripTrailing()).contains("-Dport=x is not a port").hasLineCount(1)
                .doesNotContain(Starter.WALL);
        assertThat(maven.waitFor()).isNotZero();
    }

    @Test
    void shouldRefuseADataFolderWithOtherKeys() throws Exception {
        try (var first = Served.start(assembly, "-Ddata=" + data)) {
            assertThat(put(first.http(), "1")).isNotEmpty();
        }
        var changed = TestAssembly.in(Files.createDirectories(directory.resolve("changed")),
                template -> ((com.fasterxml.jackson.databind.node.ObjectNode) template
                        .at("/Resources/Things/Properties/KeySchema/0")).put("AttributeName", "kind"));

        assertThat(Served.refusal(changed, "-Ddata=" + data)).contains("with other keys").hasLineCount(1);
    }

    @Test
    void shouldKeepTheDataFolderToItsOwner() throws Exception {
        // Given
        try (var first = Served.start(assembly, "-Ddata=" + data)) {
            assertThat(put(first.http(), "1")).isNotEmpty();
            assertThat(first.console()).doesNotContain("chmod");
        }
        assertThat(rights(data)).isEqualTo("rwx------");
        try (var files = Files.list(data)) {
            assertThat(files).isNotEmpty().allMatch(file -> rights(file).equals("rw-------"));
        }

        // When
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));

        // Then
        try (var second = Served.start(assembly, "-Ddata=" + data)) {
            assertThat(second.console()).contains("(rwxr-xr-x): chmod -R go= " + data);
        }
        assertThat(rights(data)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void shouldLeaveNoTemporaryFilesForEver() throws Exception {
        // Given
        var temporary = Files.createDirectories(directory.resolve("tmp"));
        var option = "-Djava.io.tmpdir=" + temporary;
        try (var killed = Served.start(assembly, option); var running = Served.start(assembly, option)) {
            killed.http().get("/things/1?do=pid");
            var its = names(temporary);
            killed.kill();
            assertThat(killed.ended()).isTrue();
            assertThat(names(temporary)).isEqualTo(its).hasSize(4);

            // When
            try (var next = Served.start(assembly, option)) {
                // Then
                assertThat(names(temporary)).hasSize(4);
                assertThat(next.http().get("/things/1?do=pid").statusCode()).isEqualTo(200);
                assertThat(running.http().get("/things/1?do=pid").statusCode()).isEqualTo(200);
            }
        }
        assertThat(names(temporary)).isEmpty();
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith("hsperf"))
                    .sorted().toList();
        }
    }

    private static String rights(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String put(Http http, String id) {
        var table = Http.json(http.get("/things/1?do=variables")).path("TABLE").asText();
        assertThat(dynamoDb(http, "PutItem",
                "{\"TableName\": \"%s\", \"Item\": {\"id\": {\"S\": \"%s\"}}}".formatted(table, id))).isEqualTo("{}");
        return table;
    }

    private static String dynamoDb(Http http, String operation, String request) {
        return http.post("/things/1?do=dynamodb&operation=" + operation, request.getBytes(StandardCharsets.UTF_8))
                .body();
    }
}
