package basics.acceptance.api;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import basics.acceptance.target.Target;
import basics.acceptance.target.Targets;

/** What all scenarios of a run share: the target, the contract, and what has been called. Begins at its first use. */
public final class Run implements AutoCloseable {

    private final Target target = Targets.start();
    private final Conformance conformance = Conformance.read();
    private final Set<String> called = ConcurrentHashMap.newKeySet();
    private final Answers answers = new Answers();
    private final Set<String> differing = ConcurrentHashMap.newKeySet();
    private final AtomicInteger scenarios = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();

    private Run() {}

    /** The run of this JVM; when it can't begin, everybody who asks is told the same reason. */
    public static Run current() {
        try {
            return Current.RUN.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The run, if it could begin. */
    public static Optional<Run> begun() {
        return Current.RUN.isCompletedExceptionally() ? Optional.empty() : Optional.of(current());
    }

    public Target target() {
        return target;
    }

    /** Counts a scenario that the target is held against. */
    public void scenarioBegins() {
        scenarios.incrementAndGet();
    }

    /** How many scenarios the target has been held against. */
    public int scenarios() {
        return scenarios.get();
    }

    /** Notes a scenario that differs on AWS from what was thought. */
    public void differs(String scenario) {
        differing.add(scenario);
    }

    /** The scenarios that differ on AWS, sorted. */
    public Set<String> differing() {
        return new TreeSet<>(differing);
    }

    /** The operations of the contract that no scenario has called. */
    public Set<String> operationsWithoutScenario() {
        var without = new TreeSet<>(conformance.operationIds());
        without.removeAll(called);
        return without;
    }

    /** What is wrong with the answers that scenarios have shown, in words: each one of the contract must be shown. */
    public List<String> answersWithoutScenario() {
        return answers.broken(conformance.answers());
    }

    HttpClient http() {
        return http;
    }

    /** Holds an answer against the contract, and says which one it is, if the contract has its operation. */
    Optional<String> answered(Exchange exchange) {
        var status = exchange.response().status();
        var operation = conformance.operationId(exchange.request());
        operation.ifPresent(id -> {
            called.add(id);
            answers.shown(id, status);
        });
        conformance.check(exchange);
        return operation.map(id -> id + ' ' + status);
    }

    @Override
    public void close() {
        http.close();
        target.close();
    }

    /** Begins the run once, whichever thread comes first. */
    private static final class Current {
        private static final CompletableFuture<Run> RUN = CompletableFuture.supplyAsync(Run::new, Runnable::run);
    }
}
