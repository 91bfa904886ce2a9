package basics.upkeep;

import java.time.Duration;
import java.util.List;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queue of the batches that Lambda gave up. */
record FailedBatches(SqsClient sqs, String url) {
    /** The most that SQS gives at once. */
    private static final int AT_ONCE = 10;
    /** How long a message is hidden from others, and from this same run. */
    private static final Duration HIDDEN = Duration.ofMinutes(10);
    /**
     * In seconds. Only a call that may wait asks all servers of SQS, and so finds nothing only where there is nothing
     * ("Amazon SQS short and long polling", SQS Developer Guide).
     */
    private static final int PATIENCE = 2;

    /** Some messages, hidden for ten minutes; none when all are hidden or gone. */
    List<Message> some() {
        return receive(AT_ONCE, HIDDEN);
    }

    /** Whether a message waits. It hides none. */
    boolean hasSome() {
        return !receive(1, Duration.ZERO).isEmpty();
    }

    private List<Message> receive(int most, Duration hidden) {
        return sqs.receiveMessage(of -> of.queueUrl(url).maxNumberOfMessages(most).waitTimeSeconds(PATIENCE)
                .visibilityTimeout((int) hidden.toSeconds())).messages();
    }

    /** About how many messages are hidden. SQS's figure may be that of a minute ago, or older. */
    int hidden() {
        var name = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
        return Integer.parseInt(
                sqs.getQueueAttributes(of -> of.queueUrl(url).attributeNames(name)).attributes().get(name));
    }

    void delete(String receipt) {
        sqs.deleteMessage(of -> of.queueUrl(url).receiptHandle(receipt));
    }

    /** Lets others have a message again, and the next run. They have it already when its ten minutes are over. */
    void release(String receipt) {
        try {
            sqs.changeMessageVisibility(of -> of.queueUrl(url).receiptHandle(receipt).visibilityTimeout(0));
        } catch (MessageNotInflightException _) {
            // It isn't hidden any more.
        }
    }
}
