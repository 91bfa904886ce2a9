package basics.embedded.lambda;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;

import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** The command line of an execution environment: this JVM's Java with Lambda's own runtime interface client. */
public final class RuntimeClient {
    /** Lambda's choice for Java without SnapStart (Lambda Developer Guide, "Customize Java runtime startup behavior"). */
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED");
    /** The share of a function's memory that Lambda's managed Java runtimes give to the heap. */
    private static final double HEAP = 0.85;
    /**
     * Lambda leaves the heap's first size to the JVM, which takes a 64th of the memory that it sees, and 8 MiB at least.
     * There it sees the function's memory; here it would see the machine's, and fill hundreds of MiB before it collects.
     */
    private static final int MEMORY_TO_FIRST_HEAP = 64;
    private static final int LEAST_FIRST_HEAP = 8;

    /** On the command line of Lambda's Java runtimes: by it, org.crac finds what runs the hooks. */
    public static final String HOOKS = "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac";
    /**
     * What a start with SnapStart has besides: without it, Java 25 on Lambda compiles with C1 only; with it, as the JVM
     * does by itself (Lambda Developer Guide, "Customize Java runtime startup behavior for Lambda functions").
     */
    public static final List<String> SNAP_START = List.of("-XX:TieredStopAtLevel=4", HOOKS);

    private static final String CLASS_PATH = Stream.of(AWSLambda.class, Context.class, PojoSerializer.class,
            SdkInternalThreadLocal.class)
            .map(RuntimeClient::jar).distinct().map(Path::toString).collect(Collectors.joining(File.pathSeparator));

    private RuntimeClient() {}

    /**
     * The command.
     *
     * @param memory
     *            of the function, in MiB
     */
    public static List<String> command(String handler, int memory, NativeClient nativeClient, String... options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:MaxHeapSize=%dk".formatted(Math.round(memory * 1024 * HEAP)));
        command.add("-XX:InitialHeapSize=%dm".formatted(Math.max(LEAST_FIRST_HEAP, memory / MEMORY_TO_FIRST_HEAP)));
        command.addAll(FLAGS);
        command.addAll(nativeClient.options());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", nativeClient.in(CLASS_PATH), AWSLambda.class.getName(), handler));
        return command;
    }

    /** The options that are the same for all functions. */
    public static List<String> options() {
        return FLAGS;
    }

    /** The jars of the client, as a class path. */
    public static String classPath() {
        return CLASS_PATH;
    }

    /** The jar that a class is from. */
    public static Path jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
