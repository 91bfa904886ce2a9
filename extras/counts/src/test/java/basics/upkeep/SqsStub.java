package basics.upkeep;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/**
 * SQS as the embedded one never is: the time for which messages are hidden is over at once, so that they come again and
 * again, and the number of hidden ones is what a test says.
 */
final class SqsStub implements SqsClient {
    private static final int MOST_CALLS = 100;

    private final Map<String, String> bodies = new HashMap<>();
    private final Set<String> order = new LinkedHashSet<>();
    private final Set<String> released = new LinkedHashSet<>();
    private int calls;
    private int[] hidden = {0};
    private int looks;
    private int comingAgain;

    SqsStub(String... bodies) {
        IntStream.range(0, bodies.length).forEach(i -> {
            this.bodies.put("id-" + i, bodies[i]);
            order.add("id-" + i);
        });
    }

    /** What one look after the other says of hidden messages; the last one stands. */
    SqsStub hidden(int... numbers) {
        hidden = Arrays.copyOf(numbers, numbers.length);
        return this;
    }

    /** After so many calls the same messages come again at once, before all others. */
    SqsStub comingAgain(int afterCalls) {
        comingAgain = afterCalls;
        return this;
    }

    /** The receipts of messages that were given back. */
    Set<String> released() {
        return released;
    }

    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
        if (++calls > MOST_CALLS) {
            throw new AssertionError("It goes on for ever.");
        }
        var ids = order.stream().limit(request.maxNumberOfMessages()).toList();
        ids.stream().filter(_ -> calls > comingAgain).forEach(id -> {
            order.remove(id);
            order.add(id);
        });
        return ReceiveMessageResponse.builder().messages(ids.stream().map(this::message).toList()).build();
    }

    private Message message(String id) {
        return Message.builder().messageId(id).receiptHandle(id + "@" + calls).body(bodies.get(id)).build();
    }

    @Override
    public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
        order.remove(request.receiptHandle().replaceFirst("@.*", ""));
        return DeleteMessageResponse.builder().build();
    }

    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
        released.add(request.receiptHandle());
        return ChangeMessageVisibilityResponse.builder().build();
    }

    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
        var number = hidden[Math.min(looks++, hidden.length - 1)];
        return GetQueueAttributesResponse.builder()
                .attributes(Map.of(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                        Integer.toString(number)))
                .build();
    }

    @Override
    public String serviceName() {
        return "sqs";
    }

    @Override
    public void close() {}
}
