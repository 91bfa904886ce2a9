package basics.embedded.lambda;

import basics.embedded.dynamodb.Callers;
import basics.embedded.platform.Console;
import basics.embedded.platform.Listener;
import basics.embedded.platform.StartException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.jspecify.annotations.Nullable;

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
    private final Map<String, Pool> pools = new ConcurrentHashMap<>();
    private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService sweeper = Executors
            .newSingleThreadScheduledExecutor(Thread.ofVirtual().name("idle environments").factory());

    private volatile @Nullable AotCache aotCache;

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
        for (var function : functions) {
            var pool = new Pool(Math.min(environments, function.concurrency()), () -> start(function));
            function.arns().forEach(arn -> pools.put(arn, pool));
        }
        var unused = sweeper.scheduleAtFixedRate(this::endIdle, SWEEP.toMillis(), SWEEP.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** From now on environments start with the caches that there are. */
    public void startWith(AotCache caches) {
        aotCache = caches;
    }

    public boolean has(String arn) {
        return pools.containsKey(arn);
    }

    /**
     * Invokes and waits. The function goes on after the limit, as on AWS.
     *
     * @param limit
     *            how long the caller waits, also for an environment while all are busy
     * @throws TimeoutException
     *             when there is no outcome by then
     * @throws ExecutionException
     *             when the function can't be invoked
     */
    public Outcome invoke(String arn, String requestId, byte[] event, Duration limit)
            throws InterruptedException, TimeoutException, ExecutionException {
        var outcome = new CompletableFuture<Outcome>();
        invocations.execute(() -> {
            try {
                outcome.complete(invoke(arn, requestId, event));
            } catch (InterruptedException | RuntimeException failure) {
                outcome.completeExceptionally(failure);
            }
        });
        return outcome.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Outcome invoke(String arn, String requestId, byte[] event) throws InterruptedException {
        var pool = pools.get(arn);
        if (pool == null) {
            throw new IllegalArgumentException("No function " + arn);
        }
        while (true) {
            var environment = pool.acquire();
            try {
                var outcome = environment.invoke(arn, requestId, event);
                if (!(outcome instanceof Outcome.NotTaken)) {
                    return outcome;
                }
            } finally {
                pool.release(environment);
            }
        }
    }

    private ExecutionEnvironment start(LambdaFunction function) {
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
        var key = callers.admit(function.name(), function.shortName(), function.role());
        variables.putAll(Variables.of(function, key, root, address, dynamoDb, id));
        if (custom) {
            // It names a managed runtime (Lambda Developer Guide, "Defined runtime environment variables").
            variables.remove("AWS_EXECUTION_ENV");
        }
        if (function.snapStart()) {
            snapStart.begin(id, function, key, builder, address);
        }
        try {
            var process = builder.start();
            reaper.watch(process);
            var environment = new ExecutionEnvironment(function, process, console);
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
        var command = RuntimeClient.command(function.handler(), function.memory(), nativeClient);
        var cache = aotCache;
        return cache == null ? command : cache.in(command, function.code());
    }

    private void endIdle() {
        pools.values().forEach(pool -> pool.endIdle(Instant.now().minus(idle)));
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
        new ArrayList<>(pools.values()).forEach(Pool::close);
        listener.close();
        reaper.close();
        taskRoots.close();
    }
}
