package basics.benchmark;

import basics.embedded.lambda.NativeClient;
import basics.embedded.lambda.RuntimeClient;
import basics.embedded.lambda.TaskRoots;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Starts functions as Lambda does: their code unpacked, one core, Lambda's own runtime client. */
final class Machine implements AutoCloseable {
    /** The memory of a function, in MiB. */
    static final int MEMORY = Integer.getInteger("benchmark.memory", 512);
    /** What starts a function in place of this process, such as {@code systemd-run --scope} with a share of a CPU. */
    private static final List<String> LAUNCHER = Arrays.stream(System.getProperty("benchmark.launcher", "").split(" "))
            .filter(word -> !word.isEmpty()).toList();

    private final TaskRoots roots = new TaskRoots();
    private final NativeClient nativeClient = new NativeClient(roots.folder());
    private final Certificate certificate;
    private final Cores cores;

    Machine(Cores cores) throws IOException, InterruptedException {
        this.cores = cores;
        certificate = new Certificate(roots.folder());
    }

    Certificate certificate() {
        return certificate;
    }

    /** Unpacks beforehand, and so that the files are in memory: neither belongs to what is measured. */
    RunningFunction start(Subject subject, URI dynamoDb) throws IOException {
        var root = roots.of(subject.jar());
        var command = new ArrayList<>(LAUNCHER);
        command.addAll(cores.pin(RuntimeClient.command(subject.handler(), MEMORY, nativeClient, options(subject))));
        var invoker = new Invoker();
        var builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        var variables = builder.environment();
        variables.clear();
        variables.putAll(Map.ofEntries(
                Map.entry("AWS_LAMBDA_RUNTIME_API", invoker.address()),
                Map.entry("LAMBDA_TASK_ROOT", root.toString()),
                Map.entry("LAMBDA_RUNTIME_DIR", root.toString()),
                Map.entry("_HANDLER", subject.handler()),
                Map.entry("AWS_REGION", "eu-central-1"),
                Map.entry("AWS_DEFAULT_REGION", "eu-central-1"),
                Map.entry("AWS_ACCESS_KEY_ID", "benchmark"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "benchmark"),
                Map.entry("AWS_SESSION_TOKEN", "x".repeat(800)),
                Map.entry("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString()),
                Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", subject.name()),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(MEMORY)),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/f"),
                Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "benchmark"),
                Map.entry("AWS_LAMBDA_LOG_FORMAT", "JSON"),
                Map.entry("TZ", ":UTC"),
                Map.entry("LANG", "en_US.UTF-8"),
                Map.entry("PATH", "/usr/local/bin:/usr/bin:/bin")));
        variables.putAll(subject.variables());
        if (subject.start() == Start.RESTORED) {
            variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        }
        return new RunningFunction(subject, builder, invoker);
    }

    private String[] options(Subject subject) {
        return subject.start() == Start.RESTORED
                ? new String[]{certificate.option(), "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                    // With SnapStart Lambda lets both compilers work, as the most of it goes before the snapshot.
                    "-XX:TieredStopAtLevel=4"}
                : new String[]{certificate.option()};
    }

    @Override
    public void close() {
        roots.close();
    }
}
