package basics.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Runs all functions in turn, round by round, so that a noisy minute is shared by all of them. */
final class Measurement {
    private static final int WARM_UP = 500;
    private static final int WARM_CALLS = 200;

    private final Machine machine;
    /** Each invocation has a number of its own, for what may be written once only. */
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

    Map<String, Samples> run(List<Subject> subjects, URI dynamoDb, int rounds)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var samples = new LinkedHashMap<String, Samples>();
        var order = new ArrayList<>(subjects);
        for (var round = -1; round < rounds; round++) {
            Collections.shuffle(order, new Random(round));
            for (var subject : order) {
                // The first round fills the caches of the machine.
                measure(subject, dynamoDb,
                        round < 0 ? new Samples() : samples.computeIfAbsent(subject.name(), _ -> new Samples()));
            }
        }
        return samples;
    }

    private void measure(Subject subject, URI dynamoDb, Samples samples)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (var function = machine.start(subject, dynamoDb)) {
            var init = function.init();
            samples.cold(init, function.invoke(calls++), function.computed());
            for (var i = 0; i < WARM_UP; i++) {
                function.invoke(calls++);
            }
            var before = function.computed();
            for (var i = 0; i < WARM_CALLS; i++) {
                samples.warm(function.invoke(calls++));
            }
            samples.warmComputed((function.computed() - before) / WARM_CALLS);
            samples.peak(function.peakMemory());
        }
    }
}
