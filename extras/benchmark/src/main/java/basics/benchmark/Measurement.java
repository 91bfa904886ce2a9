package basics.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Runs all functions in turn, round by round, so that noise on the machine affects all of them equally. */
final class Measurement {
    /**
     * After so many calls, nearly all code of a call is compiled. At 500 calls, a third of the time is still the
     * interpreter's.
     */
    private static final int WARM_UP = 3000;
    /** Longer than the JDK keeps an idle connection by default. */
    private static final Duration IDLE = Duration.ofSeconds(6);

    private final Machine machine;
    /** Each invocation has a unique number, for items that can be written only once. */
    private int calls = 1000;

    Measurement(Machine machine) {
        this.machine = machine;
    }

    void seed(List<Subject> seeds, URI dynamoDb)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        for (var seed : seeds) {
            try (var function = machine.start(seed, dynamoDb)) {
                function.init();
                function.invoke(0);
                if (seed.name().equals("createUser")) {
                    function.invoke(1);
                }
            }
        }
    }

    /** The samples in the order of the subjects. */
    Map<Subject, Samples> run(List<Subject> subjects, URI dynamoDb, Rounds rounds)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var samples = new LinkedHashMap<Subject, Samples>();
        subjects.forEach(subject -> samples.put(subject, new Samples()));
        var order = new ArrayList<>(samples.entrySet());
        for (var round = -1; round < rounds.count(); round++) {
            System.out.printf("%s: round %d of %d%s%n", dynamoDb, round + 1, rounds.count(),
                    round < 0 ? ", not counted" : "");
            Collections.shuffle(order, new Random(round));
            for (var subject : order) {
                // The first round fills the caches of the machine.
                measure(subject.getKey(), dynamoDb, round < 0 ? new Samples() : subject.getValue(),
                        rounds.isWarm(round) ? rounds.calls() : 0);
            }
        }
        return samples;
    }

    private void measure(Subject subject, URI dynamoDb, Samples samples, int warmCalls)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (var function = machine.start(subject, dynamoDb)) {
            var init = function.init();
            samples.cold(init, function.invoke(calls++), function.computed());
            if (warmCalls > 0) {
                warm(function, samples, warmCalls);
                samples.peak(function.peakMemory());
            }
        }
    }

    private void warm(RunningFunction function, Samples samples, int count)
            throws IOException, InterruptedException, TimeoutException {
        for (var i = 0; i < WARM_UP; i++) {
            function.invoke(calls++);
        }
        var before = function.computed();
        var warm = new ArrayList<Long>(count);
        for (var i = 0; i < count; i++) {
            warm.add(function.invoke(calls++));
        }
        samples.warm(warm);
        samples.warmComputed((function.computed() - before) / count);
        Thread.sleep(IDLE);
        samples.idle(function.invoke(calls++));
    }
}
