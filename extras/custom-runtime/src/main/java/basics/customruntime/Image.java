package basics.customruntime;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;

import basics.embedded.lambda.RuntimeClient;
import basics.embedded.platform.StartException;
import basics.embedded.platform.TemporaryFolder;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** The unpacked content of the zip: the folder that Lambda mounts as {@code /var/task}. */
final class Image {
    /** In bytes: the limit for an unzipped deployment package (Lambda Developer Guide, "Lambda quotas"). */
    static final long LARGEST = 250L * 1024 * 1024;
    /** The AOT cache's name, which {@code bootstrap} uses too. */
    static final String CACHE = "functions.aot";

    private static final String FUNCTIONS = "functions.jar";
    private static final Map<String, Class<?>> CLIENT = Map.of("runtime-client.jar", AWSLambda.class, "core.jar",
            Context.class, "utils-lite.jar", SdkInternalThreadLocal.class);
    /**
     * A separate jar, whose modules are left out of the JVM. It requires java.desktop and java.sql, which are larger
     * than all the rest. Only handlers with objects as parameters need them.
     */
    private static final String SERIALIZATION = "serialization.jar";
    /**
     * The cache identifies its jars by their times, so the times must survive the zip. A zip stores even seconds only,
     * and in local time, so UTC is written too.
     */
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private final Path folder;

    private Image(Path folder) {
        this.folder = folder;
    }

    /**
     * Creates the image without a cache.
     *
     * @throws StartException
     *            when the functions aren't built, or when Lambda doesn't support this machine's architecture
     */
    static Image create(Path folder, Path functions) {
        if (!Files.exists(functions)) {
            throw new StartException("%s is missing: build it with `mvn -pl functions package`.".formatted(functions));
        }
        var image = new Image(folder);
        try {
            TemporaryFolder.delete(folder);
            Files.createDirectories(folder);
            image.copyJars(functions);
            image.copyResources();
            image.link();
            image.settle();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return image;
    }

    /** Lambda's name for this machine's architecture. */
    static String architecture() {
        var architecture = System.getProperty("os.arch");
        return switch (architecture) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm64";
            default -> throw new StartException(
                    "Lambda has no %s: build on x86-64 or arm64, with Linux.".formatted(architecture));
        };
    }

    Path folder() {
        return folder;
    }

    /** The size in bytes, as Lambda counts it. */
    long size() {
        return files().stream().mapToLong(file -> file.toFile().length()).sum();
    }

    /**
     * Writes the zip.
     *
     * @throws StartException
     *            when it is larger than Lambda's limit
     */
    void pack(Path zip) {
        if (size() > LARGEST) {
            throw new StartException("The image has %d bytes: Lambda's limit is %d.".formatted(size(), LARGEST));
        }
        try {
            settle();
            Files.deleteIfExists(zip);
            try (var packed = FileSystems.newFileSystem(zip,
                    Map.of("create", true, "enablePosixFileAttributes", true))) {
                for (var file : files()) {
                    var target = packed.getPath("/" + folder.relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void copyJars(Path functions) throws IOException {
        Files.copy(functions, folder.resolve(FUNCTIONS));
        for (var jar : CLIENT.entrySet()) {
            Files.copy(RuntimeClient.jar(jar.getValue()), folder.resolve(jar.getKey()));
        }
        Files.copy(RuntimeClient.jar(PojoSerializer.class), folder.resolve(SERIALIZATION));
    }

    private void copyResources() throws IOException {
        // A property names this file, so the client reads it in place. Otherwise the client would write it to /tmp at
        // each start.
        copy("/jni/libaws-lambda-jni.linux-%s.so".formatted(architecture().equals("arm64") ? "aarch_64" : "x86_64"),
                "native-client.so");
        copy("/basics/customruntime/bootstrap", "bootstrap");
        Files.setPosixFilePermissions(folder.resolve("bootstrap"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void copy(String resource, String name) throws IOException {
        try (var input = AWSLambda.class.getResourceAsStream(resource)) {
            if (input == null) {
                throw new StartException("There is no %s.".formatted(resource));
            }
            Files.copy(input, folder.resolve(name));
        }
    }

    /** Makes a JVM with the modules that the jars use. */
    private void link() {
        var jars = new ArrayList<>(CLIENT.keySet());
        jars.add(FUNCTIONS);
        var jdeps = new ArrayList<>(List.of("--multi-release", "25", "--ignore-missing-deps", "--print-module-deps"));
        jars.forEach(jar -> jdeps.add(folder.resolve(jar).toString()));
        var modules = run("jdeps", jdeps).strip();
        run("jlink",
                List.of("--add-modules", modules, "--strip-debug", "--no-header-files", "--no-man-pages", "--output",
                        folder.resolve("java").toString()));
    }

    private static String run(String name, List<String> arguments) {
        var tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new StartException("This Java has no %s: use a JDK 25.".formatted(name)));
        var output = new StringWriter();
        var writer = new PrintWriter(output, true);
        if (tool.run(writer, writer, arguments.toArray(String[]::new)) != 0) {
            throw new StartException("%s: %s".formatted(name, output.toString().strip()));
        }
        return output.toString();
    }

    private void settle() throws IOException {
        for (var file : files()) {
            // Lambda runs it as another user than the build's.
            var modes = Files.isExecutable(file) ? "rwxr-xr-x" : "rw-r--r--";
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(modes));
            Files.setLastModifiedTime(file, TIME);
        }
    }

    private List<Path> files() {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
