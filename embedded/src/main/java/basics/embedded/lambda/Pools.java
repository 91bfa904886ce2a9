package basics.embedded.lambda;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import basics.embedded.faults.Faults;

/** The pools of all functions. Those who work under ordered faults have pools for themselves. */
final class Pools implements AutoCloseable {
    /** Starts an environment of a function. */
    interface Start {
        ExecutionEnvironment of(LambdaFunction function, Faults faults);
    }

    /** What a function is known by, whatever it is changed to. */
    private record Key(Faults faults, String name, String version) {
        static Key of(LambdaFunction function, Faults faults) {
            return new Key(faults, function.name(), function.version());
        }
    }

    /** Those of earlier templates too: a request that was let in before may still be on its way to one. */
    private final Map<String, LambdaFunction> functions = new ConcurrentHashMap<>();
    private final Map<Key, Pool> pools = new ConcurrentHashMap<>();
    private final int environments;
    private final Debugging debugging;
    private final Start start;

    Pools(int environments, Debugging debugging, Start start) {
        this.environments = environments;
        this.debugging = debugging;
        this.start = start;
    }

    /**
     * From now on invocations are of these; environments of those that have changed end with what they do.
     *
     * @return of those that have changed, the one that was used last
     */
    synchronized Optional<LambdaFunction> serve(Collection<LambdaFunction> served) {
        var replaced = new TreeMap<Instant, LambdaFunction>();
        served.forEach(function -> {
            function.arns().forEach(arn -> functions.put(arn, function));
            pools.forEach((key, pool) -> {
                if (key.equals(Key.of(function, key.faults()))) {
                    pool.replace(function).ifPresent(used -> replaced.put(used, function));
                }
            });
        });
        return Optional.ofNullable(replaced.lastEntry()).map(Map.Entry::getValue);
    }

    Optional<LambdaFunction> function(String arn) {
        return Optional.ofNullable(functions.get(arn));
    }

    /** @throws IllegalStateException when the faults are over: nobody would end what is started for them */
    synchronized Pool of(LambdaFunction function, Faults faults) {
        if (faults.over()) {
            throw new IllegalStateException("The order is over");
        }
        return pools.computeIfAbsent(Key.of(function, faults), _ -> {
            // What is served now: it may have changed since the caller has looked.
            var served = functions.getOrDefault(function.arns().getFirst(), function);
            return new Pool(served, environments, debugging.of(served), changed -> start.of(changed, faults));
        });
    }

    /** The environments of a function, whoever they work for. */
    List<EnvironmentState> environments(LambdaFunction function) {
        return pools.entrySet().stream()
                .filter(entry -> entry.getKey().equals(Key.of(function, entry.getKey().faults())))
                .flatMap(entry -> entry.getValue().environments().stream()).toList();
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
