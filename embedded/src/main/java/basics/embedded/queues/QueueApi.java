package basics.embedded.queues;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.dynamodb.OwnersService;
import basics.embedded.template.Json;

/** The actions of SQS that reading a queue takes, in its JSON protocol (Amazon SQS API Reference). */
public final class QueueApi implements OwnersService {
    /** What targets of requests begin with. */
    public static final String TARGETS = "AmazonSQS";
    private static final int MOST = 10;
    private static final int LONGEST_WAIT = 20;
    private static final int LONGEST_HIDDEN = 43_200;

    private final Queues queues;
    /** From a queue's name to its URL. */
    private final UnaryOperator<String> url;

    /** A request that SQS refuses. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String type;

        Refusal(String type, String message) {
            super(message);
            this.type = type;
        }
    }

    public QueueApi(Queues queues, UnaryOperator<String> url) {
        this.queues = queues;
        this.url = url;
    }

    @Override
    public Answer answer(String action, JsonNode request) throws InterruptedException {
        try {
            return new Answer(200, switch (action) {
                case "GetQueueUrl" -> Json.MAPPER.createObjectNode().put("QueueUrl",
                        url.apply(named(request.path("QueueName").asText()).settings().name()));
                case "GetQueueAttributes" -> attributes(queue(request), request);
                case "ReceiveMessage" -> receive(queue(request), request);
                case "DeleteMessage" -> delete(queue(request), request);
                case "ChangeMessageVisibility" -> hide(queue(request), request);
                case "SendMessage" -> send(queue(request), request);
                case "PurgeQueue" -> purge(queue(request));
                default -> throw new Refusal("com.amazonaws.sqs#UnsupportedOperation",
                        "The embedded target doesn't know %s of SQS.".formatted(action));
            });
        } catch (Refusal refusal) {
            return new Answer(400, Json.MAPPER.createObjectNode().put("__type", refusal.type).put("message",
                    refusal.getMessage()));
        }
    }

    private Queue queue(JsonNode request) {
        var address = request.path("QueueUrl").asText();
        return named(address.substring(address.lastIndexOf('/') + 1));
    }

    private Queue named(String name) {
        return queues.byName(name).orElseThrow(() -> new Refusal("com.amazonaws.sqs#QueueDoesNotExist",
                "The specified queue does not exist."));
    }

    private static JsonNode attributes(Queue queue, JsonNode request) {
        var all = new TreeMap<String, String>(Map.of(
                "QueueArn", queue.settings().arn(),
                "ApproximateNumberOfMessages", Long.toString(queue.visible()),
                "ApproximateNumberOfMessagesNotVisible", Long.toString(queue.hidden()),
                "ApproximateNumberOfMessagesDelayed", "0",
                "VisibilityTimeout", Long.toString(queue.settings().visibility().toSeconds()),
                "MessageRetentionPeriod", Long.toString(queue.settings().retention().toSeconds()),
                "ReceiveMessageWaitTimeSeconds", Long.toString(queue.settings().patience().toSeconds())));
        var asked = new LinkedHashSet<>(Json.texts(request.path("AttributeNames")));
        if (!asked.contains("All")) {
            all.keySet().retainAll(asked);
        }
        return Json.MAPPER.createObjectNode().set("Attributes", Json.MAPPER.valueToTree(all));
    }

    private static JsonNode receive(Queue queue, JsonNode request) throws InterruptedException {
        var asked = new LinkedHashSet<>(Json.texts(request.path("AttributeNames")));
        asked.addAll(Json.texts(request.path("MessageSystemAttributeNames")));
        var answer = Json.MAPPER.createObjectNode();
        var messages = answer.putArray("Messages");
        queue.receive(number(request, "MaxNumberOfMessages", 1, 1, MOST),
                Duration.ofSeconds(number(request, "VisibilityTimeout", (int) queue.settings().visibility().toSeconds(),
                        0, LONGEST_HIDDEN)),
                Duration.ofSeconds(number(request, "WaitTimeSeconds", (int) queue.settings().patience().toSeconds(), 0,
                        LONGEST_WAIT)))
                .forEach(message -> messages.add(message(message, asked)));
        return answer;
    }

    private static ObjectNode message(Queue.Received message, Set<String> asked) {
        var json = Json.MAPPER.createObjectNode().put("MessageId", message.id()).put("ReceiptHandle", message.handle())
                .put("Body", message.body()).put("MD5OfBody", md5(message.body()));
        var all = new TreeMap<>(Map.of("ApproximateReceiveCount", Integer.toString(message.times()),
                "SentTimestamp", Long.toString(message.sent().toEpochMilli()),
                "ApproximateFirstReceiveTimestamp", Long.toString(message.first().toEpochMilli())));
        if (!asked.contains("All")) {
            all.keySet().retainAll(asked);
        }
        if (!all.isEmpty()) {
            json.set("Attributes", Json.MAPPER.valueToTree(all));
        }
        return json;
    }

    private static JsonNode delete(Queue queue, JsonNode request) {
        // One that is gone already is deleted, as with SQS.
        queue.delete(required(request, "ReceiptHandle"));
        return Json.MAPPER.createObjectNode();
    }

    private static JsonNode hide(Queue queue, JsonNode request) {
        var hidden = Duration.ofSeconds(number(request, "VisibilityTimeout", 0, 0, LONGEST_HIDDEN));
        if (!queue.hide(required(request, "ReceiptHandle"), hidden)) {
            throw new Refusal("com.amazonaws.sqs#ReceiptHandleIsInvalid", "The receipt handle is of no message.");
        }
        return Json.MAPPER.createObjectNode();
    }

    private static JsonNode send(Queue queue, JsonNode request) {
        var body = required(request, "MessageBody");
        return Json.MAPPER.createObjectNode().put("MessageId", queue.send(body)).put("MD5OfMessageBody", md5(body));
    }

    private static JsonNode purge(Queue queue) {
        queue.purge();
        return Json.MAPPER.createObjectNode();
    }

    private static String required(JsonNode request, String name) {
        var value = request.path(name).asText();
        if (value.isEmpty()) {
            throw new Refusal("com.amazonaws.sqs#MissingParameter",
                    "The request must contain the parameter %s.".formatted(name));
        }
        return value;
    }

    private static int number(JsonNode request, String name, int otherwise, int least, int most) {
        var value = request.path(name).asInt(otherwise);
        if (value < least || value > most) {
            throw new Refusal("com.amazonaws.sqs#InvalidParameterValue",
                    "Value %d for parameter %s is invalid. Reason: Must be between %d and %d, if provided."
                            .formatted(value, name, least, most));
        }
        return value;
    }

    private static String md5(String body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has MD5", impossible);
        }
    }
}
