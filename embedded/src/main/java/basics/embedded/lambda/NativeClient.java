package basics.embedded.lambda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;

import basics.embedded.platform.StartException;

/**
 * What the runtime client reaches the Runtime API with: its native library, or a stand-in in plain Java. There is no library
 * but for Linux on x86-64 and arm64; the system property {@code runtime} ({@code java} or {@code native}) chooses where
 * there is. Either is unpacked once for all environments: left to itself each process would unpack the library into one and
 * the same file of the machine, and crash another that is loading it at that moment.
 */
public final class NativeClient {
    /** Where the runtime client looks for a library that is unpacked already. */
    private static final String PROPERTY = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    /** The classes of the runtime client with native methods. */
    private static final List<String> STAND_INS = List.of(
            "com/amazonaws/services/lambda/runtime/api/client/runtimeapi/NativeClient.class",
            "com/amazonaws/services/lambda/crac/DNSManager.class");
    /** Where the build puts them: no class path has them by itself. */
    private static final String PACKED = "/META-INF/versions/25/";

    private final Path unpacked;
    private final boolean plain;

    /**
     * Unpacks it.
     *
     * @throws StartException
     *             for a value of {@code runtime} that can't be honoured
     */
    public NativeClient(Path folder) {
        plain = isPlain();
        try {
            unpacked = plain ? packed(folder.resolve("stand-in.jar")) : folder.resolve("native-client.so");
            if (!plain) {
                try (var library = Objects.requireNonNull(library())) {
                    Files.copy(library, unpacked);
                }
            }
        } catch (IOException failure) {
            throw new StartException("Can't unpack Lambda's runtime client: " + failure.getMessage(), failure);
        }
    }

    /** Whether it is the stand-in here. */
    public static boolean isPlain() {
        try (var library = library()) {
            return isPlain(System.getProperty("runtime", ""), library != null);
        } catch (IOException failure) {
            throw new StartException("Can't read Lambda's runtime client: " + failure.getMessage(), failure);
        }
    }

    static boolean isPlain(String runtime, boolean library) {
        return switch (runtime) {
            case "" -> !library;
            case "java" -> true;
            case "native" -> {
                if (!library) {
                    throw new StartException(
                            "-Druntime=native: Lambda's runtime client has a library for Linux (x86-64 or arm64) only. Leave it out.");
                }
                yield false;
            }
            default -> throw new StartException("-Druntime=%s: java and native are possible.".formatted(runtime));
        };
    }

    private static @Nullable InputStream library() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return null;
        }
        var architecture = System.getProperty("os.arch");
        var machine = architecture.equals("amd64") ? "x86_64" : architecture;
        // Alpine and its like have another C library.
        var system = Files.exists(Path.of("/lib/ld-musl-%s.so.1".formatted(machine))) ? "linux_musl" : "linux";
        return AWSLambda.class.getResourceAsStream(
                "/jni/libaws-lambda-jni.%s-%s.so".formatted(system, machine.replace("aarch64", "aarch_64")));
    }

    /** A jar, as ahead-of-time caches serve no folders. */
    private static Path packed(Path jar) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var standIn : STAND_INS) {
                zip.putNextEntry(new ZipEntry(standIn));
                try (var code = NativeClient.class.getResourceAsStream(PACKED + standIn)) {
                    Objects.requireNonNull(code, standIn).transferTo(zip);
                }
            }
        }
        return jar;
    }

    /** The options by which a JVM takes it. */
    List<String> options() {
        return plain ? List.of() : List.of("-D" + PROPERTY + '=' + unpacked);
    }

    /** A class path that has it, ahead of the class of the same name. */
    String in(String classPath) {
        return plain ? unpacked + File.pathSeparator + classPath : classPath;
    }
}
