package basics.embedded.lambda;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.ErrorHandler;

import basics.embedded.dynamodb.Callers;
import basics.embedded.faults.Faults;
import basics.embedded.faults.Victim;
import basics.embedded.platform.Console;
import basics.embedded.platform.Listener;
import basics.embedded.platform.StartException;
import basics.embedded.traces.Traces;
import basics.embedded.traces.Work;

/** Starts the processes of functions, and is the Runtime API that they ask for invocations. */
final class Processes implements AutoCloseable {
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final Console console;
    private final URI dynamoDb;
    private final TaskRoots taskRoots = new TaskRoots();
    private final NativeClient nativeClient;
    private final Reaper reaper = new Reaper();
    private final Callers callers;
    private final Debugging debugging;
    private final Traces traces;
    private final Statistics statistics;
    private final SnapStart snapStart;
    private final RuntimeApi api;
    private final Listener listener;

    private final Map<String, Process> debugged = new ConcurrentHashMap<>();
    private volatile StartCache startCache = StartCache.NONE;

    Processes(Callers callers, URI dynamoDb, Debugging debugging, Traces traces, Statistics statistics,
            Console console) {
        this.console = console;
        this.dynamoDb = dynamoDb;
        this.nativeClient = new NativeClient(taskRoots.folder());
        this.callers = callers;
        this.debugging = debugging;
        this.traces = traces;
        this.statistics = statistics;
        this.snapStart = new SnapStart(callers);
        this.api = new RuntimeApi(snapStart);
        this.listener = Listener.open(0, Duration.ZERO, new Handler.Sequence(snapStart, api), new ErrorHandler(),
                settings -> {});
    }

    void startWith(StartCache caches) {
        startCache = caches;
    }

    StartCache.State cache(LambdaFunction function) {
        return debugging.of(function) ? StartCache.State.OFF : startCache.state(function.code());
    }

    /** Where the code of an asset lies, unpacked. */
    Path taskRoot(Path code) {
        return taskRoots.of(code);
    }

    /** Unpacks the code of a function, and checks that it takes a debugger if it should. */
    void prepare(LambdaFunction function) {
        if (isCustom(taskRoot(function.code())) && debugging.of(function)) {
            throw new StartException("-Ddebug=%s: a custom runtime has no port for a debugger here."
                    .formatted(function.shortName()));
        }
    }

    private static boolean isCustom(Path taskRoot) {
        return Files.exists(taskRoot.resolve(TaskRoots.BOOTSTRAP));
    }

    /** A folder for what goes away at the end. */
    Path folder() {
        return taskRoots.folder();
    }

    ExecutionEnvironment start(LambdaFunction function, Faults faults) {
        var id = UUID.randomUUID().toString();
        var root = taskRoot(function.code());
        var custom = isCustom(root);
        var command = custom ? List.of(root.resolve(TaskRoots.BOOTSTRAP).toString()) : managed(function);
        var builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true);
        var variables = builder.environment();
        variables.clear();
        var address = "127.0.0.1:%d/%s".formatted(listener.port(), id);
        var victim = new Victim(faults);
        var work = new Work();
        var key = callers.admit(function.name(), function.shortName(), function.role(), victim, work);
        variables.putAll(Variables.of(function, key, root, address, dynamoDb, id));
        if (custom) {
            // It names a managed runtime (Lambda Developer Guide, "Defined runtime environment variables").
            variables.remove("AWS_EXECUTION_ENV");
        }
        if (function.snapStart()) {
            snapStart.begin(id, key, builder, address);
        }
        variables.putAll(faults.variables());
        try {
            awaitPort(function);
            var process = builder.start();
            if (debugging.of(function)) {
                debugged.put(function.shortName(), process);
            }
            reaper.watch(process);
            victim.is(process);
            var environment = new ExecutionEnvironment(function, limits(function, faults), process, victim,
                    new Watchers(work, traces, statistics, console));
            api.add(id, environment);
            var unused = process.onExit().thenRun(() -> {
                api.remove(id);
                snapStart.end(id);
                callers.withdraw(key);
            });
            return environment;
        } catch (IOException failure) {
            throw new StartException("Can't start %s: %s".formatted(function.shortName(), failure.getMessage()),
                    failure);
        }
    }

    private ExecutionEnvironment.Limits limits(LambdaFunction function, Faults faults) {
        var usual = ExecutionEnvironment.Limits.of(function, faults.timeout(function.timeout()));
        return new ExecutionEnvironment.Limits(debugging.limit(function, usual.init()),
                debugging.limit(function, usual.invocation()));
    }

    /** The process before it has the port of the debugger until it is gone. */
    private void awaitPort(LambdaFunction function) throws IOException {
        var before = debugged.get(function.shortName());
        try {
            if (before != null && !before.waitFor(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("Process %d does not end".formatted(before.pid()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** A process that takes a debugger does without a cache: the JVM may refuse one beside a debugger. */
    private List<String> managed(LambdaFunction function) {
        var options = debugging.options(function);
        var command = RuntimeClient.command(function.handler(), function.memory(), nativeClient,
                options.toArray(String[]::new));
        return options.isEmpty() ? startCache.in(command, function.code()) : command;
    }

    @Override
    public void close() {
        listener.close();
        reaper.close();
        taskRoots.close();
    }
}
