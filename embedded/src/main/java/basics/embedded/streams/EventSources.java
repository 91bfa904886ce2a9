package basics.embedded.streams;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import basics.embedded.dynamodb.DynamoDb;
import basics.embedded.faults.Deliveries;
import basics.embedded.lambda.Lambda;
import basics.embedded.lambda.LambdaFunction;
import basics.embedded.platform.Console;
import basics.embedded.queues.Queues;
import basics.embedded.template.Stack;

/** Delivers the records of streams to functions, as the event source mappings of a stack say. */
public final class EventSources implements AutoCloseable {
    private final DynamoDb dynamoDb;
    private final Lambda lambda;
    private final Queues queues;
    private final Deliveries deliveries;
    private final Checkpoints checkpoints;
    private final Console console;
    private final Map<Mapping, Poller> pollers = new HashMap<>();

    /**
     * Serves no mapping yet.
     *
     * @param data
     *            where it is kept how far streams are read; empty for memory
     */
    public EventSources(DynamoDb dynamoDb, Lambda lambda, Queues queues, Deliveries deliveries, Optional<Path> data,
            Console console) {
        this.dynamoDb = dynamoDb;
        this.lambda = lambda;
        this.queues = queues;
        this.deliveries = deliveries;
        this.checkpoints = new Checkpoints(data);
        this.console = console;
    }

    /**
     * Checks that the mappings of a stack can be served.
     *
     * @throws basics.embedded.platform.StartException
     *             saying what can't be honoured, or which grant the role of a function lacks
     */
    public static void check(Stack stack, Collection<LambdaFunction> functions) {
        Mappings.of(stack, functions);
    }

    /** From now on serves these mappings, after {@link #check}, going on where the same ones were. */
    public synchronized void serve(Stack stack, Collection<LambdaFunction> functions) {
        var wanted = Mappings.of(stack, functions);
        pollers.entrySet().removeIf(poller -> {
            var ends = wanted.stream().noneMatch(poller.getKey()::readsAs);
            if (ends) {
                poller.getValue().close();
            }
            return ends;
        });
        wanted.stream().filter(mapping -> pollers.keySet().stream().noneMatch(mapping::readsAs)).forEach(this::start);
    }

    private void start(Mapping mapping) {
        var function = mapping.function();
        var poller = new Poller(mapping,
                dynamoDb.stream(mapping.streamArn(), function.name(), function.shortName(), function.role()),
                new Recipient(mapping, lambda, deliveries)::deliver, checkpoints, this::giveUp, console);
        try {
            poller.start();
            pollers.put(mapping, poller);
        } catch (InterruptedException closed) {
            poller.close();
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            // So that the next template begins it again.
            poller.close();
            throw failure;
        }
    }

    private void giveUp(GivenUp givenUp) {
        console.line(givenUp.line());
        givenUp.mapping().destination().ifPresent(queue -> queues.send(queue, givenUp.message(Instant.now())));
    }

    @Override
    public synchronized void close() {
        pollers.values().forEach(Poller::close);
        pollers.clear();
    }
}
