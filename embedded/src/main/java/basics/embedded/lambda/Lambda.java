package basics.embedded.lambda;

import basics.embedded.dynamodb.Callers;
import basics.embedded.faults.Faults;
import basics.embedded.faults.Victim;
import basics.embedded.platform.Console;
import basics.embedded.platform.Listener;
import basics.embedded.platform.StartException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.ErrorHandler;

/** Invokes functions, each in processes of its own that are started when needed. */
public final class Lambda implements AutoCloseable {
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final Console console;
    private final URI dynamoDb;
    private final Duration idle;
    private final TaskRoots taskRoots = new TaskRoots();
    private final NativeClient nativeClient;
    private final Reaper reaper = new Reaper();
    private final Callers callers;
    private final SnapStart snapStart;
    private final RuntimeApi api;
    private final Listener listener;
    private final Pools pools;
    private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService sweeper = Executors
            .newSingleThreadScheduledExecutor(Thread.ofVirtual().name("idle environments").factory());

    private volatile StartCache startCache = StartCache.NONE;

    /**
     * Gets ready to start environments; none is started before the first invocation.
     *
     * @param environments
     *            how many a function may have at once
     * @param idle
     *            after which time one that has nothing to do is ended
     */
    public Lambda(List<LambdaFunction> functions, Callers callers, URI dynamoDb, int environments, Duration idle,
            Console console) {
        this.console = console;
        this.dynamoDb = dynamoDb;
        this.idle = idle;
        this.pools = new Pools(functions, environments, this::start);
        this.nativeClient = new NativeClient(taskRoots.folder());
        this.callers = callers;
        this.snapStart = new SnapStart(callers);
        this.api = new RuntimeApi(snapStart);
        this.listener = Listener.open(0, Duration.ZERO, new Handler.Sequence(snapStart, api), new ErrorHandler(),
                settings -> {});
        try {
            functions.forEach(function -> taskRoots.of(function.code()));
        } catch (StartException failure) {
            close();
            throw failure;
        }
        var unused = sweeper.scheduleAtFixedRate(this::endIdle, SWEEP.toMillis(), SWEEP.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** From now on environments start with the caches that there are. */
    public void startWith(StartCache caches) {
        startCache = caches;
    }

    public boolean has(String arn) {
        return pools.function(arn).isPresent();
    }

    /** The faults as far as they concern a function, as {@link Faults#concern} says. */
    public Faults concerning(String arn, boolean authorizer, Faults faults) {
        return pools.function(arn).filter(function -> faults.concern(function.shortName(), authorizer))
                .map(_ -> faults).orElse(Faults.NONE);
    }

    /** Ends what is there for these faults alone. */
    public void end(Faults faults) {
        pools.end(faults);
    }

    /**
     * Invokes and waits. The function goes on after the limit, as on AWS.
     *
     * @param limit
     *            how long the caller waits, also for an environment while all are busy
     * @param faults
     *            under which it works, all of which concern it
     * @throws TimeoutException
     *             when there is no outcome by then
     * @throws ExecutionException
     *             when the function can't be invoked
     */
    public Outcome invoke(String arn, String requestId, byte[] event, Duration limit, Faults faults)
            throws InterruptedException, TimeoutException, ExecutionException {
        var outcome = new CompletableFuture<Outcome>();
        invocations.execute(() -> {
            try {
                outcome.complete(invoke(arn, requestId, event, faults));
            } catch (InterruptedException | RuntimeException failure) {
                outcome.completeExceptionally(failure);
            }
        });
        return outcome.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Outcome invoke(String arn, String requestId, byte[] event, Faults faults) throws InterruptedException {
        var function = pools.function(arn)
                .orElseThrow(() -> new IllegalArgumentException("No function " + arn));
        var pool = pools.of(function, faults);
        var timeout = faults.timeout(function.timeout());
        while (true) {
            var environment = pool.acquire();
            try {
                var outcome = environment.invoke(arn, requestId, event, timeout);
                if (!(outcome instanceof Outcome.NotTaken)) {
                    return outcome;
                }
            } finally {
                pool.release(environment);
            }
        }
    }

    private ExecutionEnvironment start(LambdaFunction function, Faults faults) {
        var id = UUID.randomUUID().toString();
        var root = taskRoots.of(function.code());
        var bootstrap = root.resolve(TaskRoots.BOOTSTRAP);
        var custom = Files.exists(bootstrap);
        var builder = new ProcessBuilder(custom ? List.of(bootstrap.toString()) : managed(function))
                .directory(root.toFile())
                .redirectErrorStream(true);
        var variables = builder.environment();
        variables.clear();
        var address = "127.0.0.1:%d/%s".formatted(listener.port(), id);
        var victim = new Victim(faults);
        var key = callers.admit(function.name(), function.shortName(), function.role(), victim);
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
            var process = builder.start();
            reaper.watch(process);
            victim.is(process);
            var environment = new ExecutionEnvironment(function, process, victim, console);
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

    private List<String> managed(LambdaFunction function) {
        return startCache.in(RuntimeClient.command(function.handler(), function.memory(), nativeClient),
                function.code());
    }

    private void endIdle() {
        pools.endIdle(Instant.now().minus(idle));
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
        pools.close();
        listener.close();
        reaper.close();
        taskRoots.close();
    }
}
