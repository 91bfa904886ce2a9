package basics.embedded.lambda;

import basics.embedded.faults.Faults;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The pools of all functions. Those who work under ordered faults have pools for themselves. */
final class Pools implements AutoCloseable {
    /** Starts an environment of a function. */
    interface Start {
        ExecutionEnvironment of(LambdaFunction function, Faults faults);
    }

    private record Key(Faults faults, LambdaFunction function) {}

    private final Map<String, LambdaFunction> functions = new HashMap<>();
    private final Map<Key, Pool> pools = new ConcurrentHashMap<>();
    private final int environments;
    private final Start start;

    Pools(List<LambdaFunction> functions, int environments, Start start) {
        functions.forEach(function -> function.arns().forEach(arn -> this.functions.put(arn, function)));
        this.environments = environments;
        this.start = start;
    }

    Optional<LambdaFunction> function(String arn) {
        return Optional.ofNullable(functions.get(arn));
    }

    /** @throws IllegalStateException when the faults are over: nobody would end what is started for them */
    synchronized Pool of(LambdaFunction function, Faults faults) {
        if (faults.over()) {
            throw new IllegalStateException("The order is over");
        }
        return pools.computeIfAbsent(new Key(faults, function),
                _ -> new Pool(Math.min(environments, function.concurrency()), () -> start.of(function, faults)));
    }

    void endIdle(Instant unusedSince) {
        pools.values().forEach(pool -> pool.endIdle(unusedSince));
    }

    synchronized void end(Faults faults) {
        pools.keySet().stream().filter(key -> key.faults() == faults).toList().forEach(key -> {
            var pool = pools.remove(key);
            if (pool != null) {
                pool.close();
            }
        });
    }

    @Override
    public void close() {
        pools.values().forEach(Pool::close);
    }
}
