package basics.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import basics.embedded.caches.AotCache;
import basics.embedded.lambda.NativeClient;
import basics.embedded.lambda.RuntimeClient;
import basics.embedded.lambda.TaskRoots;

/** Starts functions as Lambda does, with unpacked code, one core and Lambda's runtime client. */
final class Machine implements AutoCloseable {
    /** The memory of a function, in MiB. */
    static final int MEMORY = Integer.getInteger("benchmark.memory", 512);
    /** A command that starts each function, such as {@code systemd-run --scope} with a share of a CPU. */
    private static final List<String> LAUNCHER = Arrays.stream(System.getProperty("benchmark.launcher", "").split(" "))
            .filter(word -> !word.isEmpty()).toList();

    private final TaskRoots roots = new TaskRoots();
    private final NativeClient nativeClient = new NativeClient(roots.folder());
    private final Certificate certificate;
    private final Cores cores;
    private final Map<Path, Map<String, String>> handlers = new HashMap<>();

    Machine(Cores cores) throws IOException, InterruptedException {
        this.cores = cores;
        certificate = new Certificate(roots.folder());
    }

    Certificate certificate() {
        return certificate;
    }

    /** Registers all functions, since a cache serves all functions of a jar. */
    void know(List<Subject> subjects) {
        for (var subject : subjects) {
            handlers.computeIfAbsent(subject.jar(), _ -> new TreeMap<>()).put(subject.handler(), "{}");
        }
    }

    /**
     * Unpacks the code before the start, which also loads the files into memory. Neither is part of the measured time.
     */
    RunningFunction start(Subject subject, URI dynamoDb) throws IOException, InterruptedException {
        var root = roots.of(subject.jar());
        var invoker = new Invoker();
        var variables = variables(subject, dynamoDb, root);
        variables.put("AWS_LAMBDA_RUNTIME_API", invoker.address());
        var command = RuntimeClient.command(subject.handler(), MEMORY, nativeClient, options(subject));
        var bootstrap = root.resolve("bootstrap");
        if (Files.exists(bootstrap)) {
            command = List.of(bootstrap.toString());
            variables.put("JAVA_TOOL_OPTIONS", certificate.option());
        } else if (subject.start() == Start.CACHED) {
            command = cache(subject.jar(), dynamoDb, variables).in(command, subject.jar());
        }
        var launched = new ArrayList<>(LAUNCHER);
        launched.addAll(cores.pin(command));
        var builder = new ProcessBuilder(launched).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(variables);
        return new RunningFunction(subject, builder, invoker);
    }

    private Map<String, String> variables(Subject subject, URI dynamoDb, Path root) {
        var variables = new HashMap<>(Map.ofEntries(
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
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", "f"),
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
        return variables;
    }

    /** The cache for a transport, since TLS loads additional classes. It is made when first requested. */
    private AotCache cache(Path jar, URI dynamoDb, Map<String, String> variables)
            throws IOException, InterruptedException {
        var cache = new AotCache(roots.folder().resolve(dynamoDb.getScheme()));
        if (!cache.has(jar)) {
            cache.make(jar, RuntimeClient.command(AotCache.trainee(), MEMORY, nativeClient, certificate.option()),
                    variables, Objects.requireNonNull(handlers.get(jar)), _ -> {});
        }
        return cache;
    }

    private String[] options(Subject subject) {
        var options = new ArrayList<>(List.of(certificate.option()));
        if (subject.start() == Start.RESTORED) {
            options.addAll(RuntimeClient.SNAP_START);
        }
        return options.toArray(String[]::new);
    }

    @Override
    public void close() {
        roots.close();
    }
}
