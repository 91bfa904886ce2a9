package basics.embedded.queues;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import basics.embedded.platform.StartException;
import basics.embedded.template.Properties;
import basics.embedded.template.Resource;
import basics.embedded.template.Stack;

/** The queues of a template. What is in them is lost at the end. The defaults are CloudFormation's (AWS::SQS::Queue). */
public final class Queues {
    private static final Set<String> HONOURED = Set.of("QueueName", "VisibilityTimeout", "MessageRetentionPeriod",
            "ReceiveMessageWaitTimeSeconds");
    private static final Set<String> WITHOUT_EFFECT = Set.of("SqsManagedSseEnabled", "KmsMasterKeyId",
            "KmsDataKeyReusePeriodSeconds", "MaximumMessageSize", "Tags");
    private static final Duration VISIBILITY = Duration.ofSeconds(30);
    private static final Duration RETENTION = Duration.ofDays(4);

    private final Map<String, Queue> byName = new ConcurrentHashMap<>();

    /**
     * Checks that the queues of a stack can be served.
     *
     * @throws StartException
     *             saying which property of one can't be honoured
     */
    public static void check(Stack stack) {
        stack.resources("AWS::SQS::Queue").forEach(
                queue -> Properties.check(queue.toString(), queue.properties(), HONOURED, WITHOUT_EFFECT));
    }

    /** Creates those that are missing, after {@link #check}. Those that the stack lacks stay, with what is in them. */
    public void serve(Stack stack) {
        for (var resource : stack.resources("AWS::SQS::Queue")) {
            var settings = settings(stack, resource);
            byName.computeIfAbsent(settings.name(), _ -> new Queue(settings)).change(settings);
        }
    }

    private static Queue.Settings settings(Stack stack, Resource queue) {
        return new Queue.Settings(queue.physicalName(), stack.arn("sqs", queue.physicalName()),
                seconds(queue, "VisibilityTimeout", VISIBILITY), seconds(queue, "MessageRetentionPeriod", RETENTION),
                seconds(queue, "ReceiveMessageWaitTimeSeconds", Duration.ZERO));
    }

    private static Duration seconds(Resource queue, String property, Duration otherwise) {
        return Duration.ofSeconds(queue.properties().path(property).asLong(otherwise.toSeconds()));
    }

    /** Sends a message, in the name of a role that may. */
    public void send(String arn, String body) {
        byName.values().stream().filter(queue -> queue.settings().arn().equals(arn)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No queue " + arn)).send(body);
    }

    Optional<Queue> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
