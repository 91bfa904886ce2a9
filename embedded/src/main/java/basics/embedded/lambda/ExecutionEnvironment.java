package basics.embedded.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

import basics.embedded.faults.Victim;

/** One process of a function. It has one invocation at a time, and ends with the first that it does not survive. */
final class ExecutionEnvironment {
    /** Lambda Developer Guide, "Understanding the Lambda execution environment lifecycle": the init phase. */
    private static final Duration LONGEST_INIT = Duration.ofSeconds(10);

    /**
     * How long it may take.
     *
     * @param init
     *            until it asks for its first invocation
     * @param invocation
     *            each one
     */
    record Limits(Duration init, Duration invocation) {
        /** Lambda repeats an init that takes longer as part of the invocation, under the function's timeout. */
        static Limits of(LambdaFunction function, Duration timeout) {
            return new Limits(function.snapStart() ? SnapStart.longestInit(function) : LONGEST_INIT.plus(timeout),
                    timeout);
        }
    }

    private final LambdaFunction function;
    private final Limits limits;
    private final Process process;
    private final Victim victim;
    private final Watchers watchers;
    private final Instant started = Instant.now();
    private final LinkedBlockingQueue<Optional<Invocation>> inbox = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile @Nullable Invocation current;
    private final LongAdder invocations = new LongAdder();
    private volatile String taken = "";
    private volatile boolean ending;
    /** Whether nobody wants to read what it prints as it ends. */
    private volatile boolean silent;
    private volatile Instant lastUsed = Instant.now();

    ExecutionEnvironment(LambdaFunction function, Limits limits, Process process, Victim victim, Watchers watchers) {
        this.function = function;
        this.limits = limits;
        this.process = process;
        this.victim = victim;
        this.watchers = watchers;
        Thread.ofPlatform().daemon().name(function.shortName() + " log").start(this::log);
        var unused = process.onExit().thenAccept(this::exited);
    }

    Outcome invoke(String arn, String requestId, byte[] event) throws InterruptedException {
        var reused = ready.isDone();
        var timeout = limits.invocation();
        var asked = System.nanoTime();
        var begun = asked;
        Outcome ended = new Outcome.NotTaken();
        try {
            ready.get(limits.init().toMillis(), TimeUnit.MILLISECONDS);
            begun = reused ? asked : System.nanoTime();
            var invocation = new Invocation(arn, requestId, event, Instant.now().plus(timeout),
                    new CompletableFuture<>());
            current = invocation;
            inbox.add(Optional.of(invocation));
            if (!process.isAlive()) {
                exited(process);
            }
            var outcome = invocation.outcome().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            ended = outcome instanceof Outcome.NotTaken && !reused
                    ? failed(requestId, "Runtime exited")
                    : told(requestId, outcome);
        } catch (TimeoutException late) {
            ended = failed(requestId,
                    "Task timed out after %.2f seconds".formatted(timeout.toMillis() / 1000.0));
        } catch (ExecutionException failure) {
            ended = failed(requestId, failure.getCause() instanceof IllegalStateException reason
                    ? String.valueOf(reason.getMessage())
                    : failure.toString());
        } finally {
            current = null;
            lastUsed = Instant.now();
        }
        if (!reused && begun == asked) {
            begun = System.nanoTime();
        }
        if (!(ended instanceof Outcome.NotTaken)) {
            invocations.increment();
            watchers.invoked(function, requestId, begun - asked, System.nanoTime() - begun, ended);
        }
        return ended;
    }

    EnvironmentState state() {
        var phase = !ready.isDone()
                ? EnvironmentState.Phase.STARTING
                : current == null ? EnvironmentState.Phase.IDLE : EnvironmentState.Phase.BUSY;
        return new EnvironmentState(phase, started, invocations.sum(), EnvironmentState.peak(process.pid()));
    }

    private Outcome told(String requestId, Outcome outcome) {
        if (outcome instanceof Outcome.Failure failure) {
            watchers.line(function, requestId, failure.reason());
        }
        return outcome;
    }

    private Outcome failed(String requestId, String reason) {
        kill();
        return told(requestId, new Outcome.Failure(reason));
    }

    /** Waits for the next invocation; none when the environment is ending. */
    Optional<Invocation> next() throws InterruptedException {
        ready.complete(null);
        var next = inbox.take();
        next.ifPresent(invocation -> {
            taken = invocation.requestId();
            watchers.work().is(taken);
            victim.works();
        });
        return next;
    }

    void answer(String requestId, Outcome outcome) {
        var invocation = current;
        if (invocation != null && invocation.requestId().equals(requestId)) {
            invocation.outcome().complete(outcome);
        }
    }

    void initFailed(String reason) {
        ready.completeExceptionally(new IllegalStateException(reason));
    }

    boolean alive() {
        return !ending && process.isAlive();
    }

    /** Whether it was started for a function in this state. */
    boolean runs(LambdaFunction state) {
        return function.equals(state);
    }

    boolean idleSince(Instant instant) {
        return lastUsed.isBefore(instant);
    }

    void end() {
        if (alive()) {
            silent = true;
        }
        kill();
    }

    /** What it has printed until now is still shown: a process that is ended by its handle leaves its output to be read. */
    private void kill() {
        ending = true;
        process.toHandle().destroyForcibly();
        inbox.add(Optional.empty());
    }

    private void exited(Process ended) {
        var reason = "Runtime exited with status %d".formatted(ended.exitValue());
        ready.completeExceptionally(new IllegalStateException(reason));
        inbox.add(Optional.empty());
        var invocation = current;
        if (invocation != null) {
            invocation.outcome().complete(
                    taken.equals(invocation.requestId()) ? new Outcome.Failure(reason) : new Outcome.NotTaken());
        }
    }

    private void log() {
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!silent && !line.isBlank()) {
                    var shown = LogLine.of(line, taken.isEmpty() ? "init" : taken);
                    watchers.line(function, shown.requestId(), shown.text());
                }
            }
        } catch (IOException closed) {
            // The process was killed while a line was on its way.
            ending = true;
        }
    }
}
