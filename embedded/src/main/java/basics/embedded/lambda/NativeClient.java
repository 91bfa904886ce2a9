package basics.embedded.lambda;

import basics.embedded.platform.StartException;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The runtime client's native library, unpacked once for all environments. Left to itself each process would unpack it
 * into one and the same file of the machine, and crash another that is loading it at that moment.
 */
public final class NativeClient {
    /** Where the runtime client looks for a library that is unpacked already. */
    private static final String PROPERTY = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private final Path library;

    /**
     * Unpacks it.
     *
     * @throws StartException
     *             where there is no library for this machine
     */
    public NativeClient(Path folder) {
        library = folder.resolve("native-client.so");
        var architecture = System.getProperty("os.arch");
        var machine = architecture.equals("amd64") ? "x86_64" : architecture;
        // Alpine and its like have another C library.
        var system = Files.exists(Path.of("/lib/ld-musl-%s.so.1".formatted(machine))) ? "linux_musl" : "linux";
        var name = "/jni/libaws-lambda-jni.%s-%s.so".formatted(system, machine.replace("aarch64", "aarch_64"));
        try (var packed = AWSLambda.class.getResourceAsStream(name)) {
            if (packed == null || !System.getProperty("os.name").equals("Linux")) {
                throw new StartException(
                        "Lambda's Java runtime client runs on Linux (x86-64 or arm64) only, not on %s %s."
                                .formatted(System.getProperty("os.name"), architecture));
            }
            Files.copy(packed, library);
        } catch (IOException failure) {
            throw new StartException("Can't unpack Lambda's runtime client: " + failure.getMessage(), failure);
        }
    }

    /** The option by which a JVM loads it. */
    public String option() {
        return "-D" + PROPERTY + '=' + library;
    }
}
