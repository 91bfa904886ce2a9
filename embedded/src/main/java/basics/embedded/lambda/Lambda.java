package basics.embedded.lambda;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import basics.embedded.dynamodb.Callers;
import basics.embedded.faults.Faults;
import basics.embedded.platform.Console;
import basics.embedded.platform.StartException;
import basics.embedded.traces.Traces;

/** Invokes functions, each in processes of its own that are started when needed. */
public final class Lambda implements AutoCloseable {
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final Duration idle;
    private final Debugging debugging;
    private final Processes processes;
    private final Pools pools;
    private final Statistics statistics = new Statistics();
    private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService sweeper = Executors
            .newSingleThreadScheduledExecutor(Thread.ofVirtual().name("idle environments").factory());

    /** As the other, with no function to be debugged, and no request to be looked at. */
    public Lambda(List<LambdaFunction> functions, Callers callers, URI dynamoDb, int environments, Duration idle,
            Console console) {
        this(functions, callers, dynamoDb, environments, idle, Debugging.NONE, Traces.NONE, console);
    }

    /**
     * Gets ready to start environments; none is started before the first invocation.
     *
     * @param environments
     *            how many a function may have at once
     * @param idle
     *            after which time one that has nothing to do is ended
     */
    public Lambda(List<LambdaFunction> functions, Callers callers, URI dynamoDb, int environments, Duration idle,
            Debugging debugging, Traces traces, Console console) {
        this.idle = idle;
        this.debugging = debugging;
        this.processes = new Processes(callers, dynamoDb, debugging, traces, statistics, console);
        this.pools = new Pools(environments, debugging, processes::start);
        try {
            prepare(functions);
        } catch (StartException failure) {
            close();
            throw failure;
        }
        serve(functions);
        var unused = sweeper.scheduleAtFixedRate(this::endIdle, SWEEP.toMillis(), SWEEP.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** From now on environments start with the caches that there are. */
    public void startWith(StartCache caches) {
        processes.startWith(caches);
    }

    /**
     * Gets ready to serve functions.
     *
     * @throws StartException
     *             when the code of one can't be unpacked, or takes no debugger that was asked for
     */
    public void prepare(Collection<LambdaFunction> functions) {
        functions.forEach(processes::prepare);
    }

    /**
     * From now on invokes these, after {@link #prepare}. Environments of what has changed end with the invocation that they
     * work on.
     */
    public void serve(Collection<LambdaFunction> functions) {
        var last = pools.serve(functions).stream();
        // Whoever changes what was called last calls it again; a debugger may come before any request does.
        Stream.concat(last, functions.stream().filter(debugging::of)).distinct()
                .forEach(function -> invocations.execute(() -> start(function)));
    }

    /** Starts an environment, unless there is one, before an invocation needs it. */
    private void start(LambdaFunction function) {
        try {
            var pool = pools.of(function, Faults.NONE);
            pool.release(pool.acquire());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the code of an asset lies, unpacked. */
    public Path taskRoot(Path code) {
        return processes.taskRoot(code);
    }

    /** A folder for files of the functions that go away at the end. */
    public Path folder() {
        return processes.folder();
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

    /** As the other, for what nobody orders faults for. */
    public Outcome invoke(String arn, String requestId, byte[] event, Duration limit)
            throws InterruptedException, TimeoutException, ExecutionException {
        return invoke(arn, requestId, event, limit, Faults.NONE);
    }

    /**
     * Invokes and waits. The function goes on after the limit, as on AWS.
     *
     * @param limit
     *            how long the caller waits, also for an environment while all are busy; a function that takes a debugger is
     *            waited for without a limit
     * @param faults
     *            under which it works, all of which concern it
     * @throws TimeoutException
     *             when there is no outcome by then
     * @throws ExecutionException
     *             when the function can't be invoked
     */
    public Outcome invoke(String arn, String requestId, byte[] event, Duration limit, Faults faults)
            throws InterruptedException, TimeoutException, ExecutionException {
        var function = pools.function(arn)
                .orElseThrow(() -> new ExecutionException(new IllegalArgumentException("No function " + arn)));
        var outcome = new CompletableFuture<Outcome>();
        invocations.execute(() -> {
            try {
                outcome.complete(invoke(function, arn, requestId, event, faults));
            } catch (InterruptedException | RuntimeException failure) {
                outcome.completeExceptionally(failure);
            }
        });
        return outcome.get(debugging.limit(function, limit).toMillis(), TimeUnit.MILLISECONDS);
    }

    private Outcome invoke(LambdaFunction function, String arn, String requestId, byte[] event, Faults faults)
            throws InterruptedException {
        var pool = pools.of(function, faults);
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

    /** How the functions that are served now are, by their names on the console. */
    public List<FunctionState> states(Collection<LambdaFunction> functions) {
        return functions.stream().map(function -> pools.function(function.arns().getFirst()).orElse(function))
                .map(function -> new FunctionState(function.shortName(), function.version(), function.memory(),
                        processes.cache(function), pools.environments(function),
                        statistics.of(function.name()).counts()))
                .toList();
    }

    private void endIdle() {
        pools.endIdle(Instant.now().minus(idle));
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
        pools.close();
        processes.close();
    }
}
