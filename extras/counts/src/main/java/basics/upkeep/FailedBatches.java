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
    private static final List<QueueAttributeName> NUMBERS = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);

    /** About how many messages there are, hidden ones too. */
    int size() {
        return sqs.getQueueAttributes(of -> of.queueUrl(url).attributeNames(NUMBERS)).attributes().values().stream()
                .mapToInt(Integer::parseInt).sum();
    }

    /** Some messages, hidden for ten minutes; none when all are hidden or gone. */
    List<Message> some() {
        return sqs.receiveMessage(of -> of.queueUrl(url).maxNumberOfMessages(AT_ONCE).waitTimeSeconds(1)
                .visibilityTimeout((int) HIDDEN.toSeconds())).messages();
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
