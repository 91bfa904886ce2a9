package basics.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.concurrent.Callable;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;

/**
 * Makes a handler answer requests before Lambda takes a SnapStart snapshot. The snapshot then includes the classes and
 * the compiled code of a first call (Lambda Developer Guide, "Improving startup performance with Lambda SnapStart").
 * The request is the contract's example of the operation, which the build puts into the jar. These requests log
 * nothing; one line reports the result. A failure doesn't prevent a version from being published.
 */
public final class Priming implements Resource {
    private static final ScopedValue<Integer> ROUND = ScopedValue.newInstance();
    /** The first few rounds load classes. The others show the JVM which methods to compile. */
    private static final int ROUNDS = 20;

    private final Handler handler;
    private final LambdaLogger log;

    Priming(Handler handler, LambdaLogger log) {
        this.handler = handler;
        this.log = log;
    }

    static Priming register(Handler handler) {
        var priming = new Priming(handler, LambdaRuntime.getLogger());
        Core.getGlobalContext().register(priming);
        return priming;
    }

    /** True during a priming request: nothing may be changed or kept. */
    public static boolean isRunning() {
        return ROUND.isBound();
    }

    /**
     * True during every second priming request. DynamoDB's responses are then replaced by successful ones, since no
     * priming request succeeds by itself.
     */
    public static boolean isSucceeding() {
        return ROUND.isBound() && ROUND.get() % 2 == 1;
    }

    /** The same task for another thread. There it belongs to the priming request that is running here, if any. */
    public static <T> Callable<T> carried(Callable<T> task) {
        if (!isRunning()) {
            return task;
        }
        var round = ROUND.get();
        return () -> ScopedValue.where(ROUND, round).call(task::call);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        var start = System.nanoTime();
        var lines = new FirstFailure();
        var statuses = new LinkedHashSet<Integer>();
        var rounds = 0;
        var failed = false;
        // A failure means that DynamoDB is unreachable or denies access. Another request would fail too.
        for (; rounds < ROUNDS && !failed; rounds++) {
            var status = ScopedValue.where(ROUND, rounds).call(() -> answer(lines));
            statuses.add(status);
            failed = status >= 500;
        }
        var line = "priming=" + (failed ? "failed" : "done") + " operation=" + handler.getClass().getSimpleName()
                + " requests=" + rounds + " status=" + statuses.stream().map(String::valueOf).collect(joining(","))
                + " duration_ms=" + (System.nanoTime() - start) / 1_000_000;
        if (failed) {
            log.log(line + " effect=\"first calls are slower\" " + lines.failure, LogLevel.WARN);
        } else {
            log.log(line, LogLevel.INFO);
        }
    }

    /** Returns the status. */
    private int answer(LambdaLogger lines) {
        try {
            return handler.handle(event(), OutputStream.nullOutputStream(), new Invocation("priming", () -> 0, lines));
        } catch (IOException | RuntimeException e) {
            lines.log(Cause.of(e), LogLevel.ERROR);
            return 500;
        }
    }

    private InputStream event() throws IOException {
        var event = handler.getClass().getResourceAsStream("/priming/" + handler.getClass().getSimpleName() + ".json");
        if (event == null) {
            throw new FileNotFoundException();
        }
        return event;
    }

    /** Does nothing: no request is answered between the snapshot and the restore. */
    @Override
    public void afterRestore(Context<? extends Resource> context) {}

    /** Keeps the first line that a failure logs, which is its cause. */
    private static final class FirstFailure implements LambdaLogger {
        private String failure = "";

        @Override
        public void log(String message, LogLevel level) {
            if (level == LogLevel.ERROR && failure.isEmpty()) {
                failure = message;
            }
        }

        @Override
        public void log(String message) {
            log(message, LogLevel.UNDEFINED);
        }

        @Override
        public void log(byte[] message) {
            log(new String(message, UTF_8));
        }
    }
}
