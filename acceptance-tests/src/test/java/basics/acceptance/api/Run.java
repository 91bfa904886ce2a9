package basics.acceptance.api;

import basics.acceptance.target.Target;
import basics.acceptance.target.Targets;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What all scenarios of a run share: the target, the contract, and what has been called. Begins at its first use. */
public final class Run implements AutoCloseable {

    private final Target target = Targets.start();
    private final Conformance conformance = Conformance.read();
    private final Set<String> called = ConcurrentHashMap.newKeySet();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();

    private Run() {}

    public static Run current() {
        return Current.RUN;
    }

    public Target target() {
        return target;
    }

    /** The operations of the contract that no scenario has called. */
    public Set<String> operationsWithoutScenario() {
        var without = new TreeSet<>(conformance.operationIds());
        without.removeAll(called);
        return without;
    }

    HttpClient http() {
        return http;
    }

    void answered(Exchange exchange) {
        conformance.operationId(exchange.request()).ifPresent(called::add);
        conformance.check(exchange);
    }

    @Override
    public void close() {
        http.close();
        target.close();
    }

    /** Begins the run once, whichever thread comes first. */
    private static final class Current {
        private static final Run RUN = new Run();
    }
}
