package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import basics.embedded.fixture.Streaming;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The owner reads the queues with AWS's own client. */
class QueuesIT {
    @TempDir
    private static Path directory;
    private static Streaming streaming;
    private static SqsClient sqs;
    private static String queue;

    @BeforeAll
    static void start() {
        streaming = Streaming.start(directory, _ -> {}, settings -> settings);
        sqs = streaming.sqs();
        queue = streaming.queue();
    }

    @AfterAll
    static void stop() {
        sqs.close();
        streaming.close();
    }

    @BeforeEach
    void empty() {
        sqs.purgeQueue(ask -> ask.queueUrl(queue));
    }

    @Test
    void shouldTellWhereTheQueueIs() {
        var name = queue.substring(queue.lastIndexOf('/') + 1);

        assertThat(queue).startsWith(streaming.embedded().owner().endpoint() + "/000000000000/Test-Failures-");
        assertThat(sqs.getQueueUrl(ask -> ask.queueName(name)).queueUrl()).isEqualTo(queue);
        assertThat(attributes()).containsEntry(QueueAttributeName.QUEUE_ARN,
                "arn:aws:sqs:us-east-1:000000000000:" + name)
                .containsEntry(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "1209600");
        assertThatThrownBy(() -> sqs.getQueueUrl(ask -> ask.queueName("nobody")))
                .isInstanceOf(QueueDoesNotExistException.class);
    }

    @Test
    void shouldHideAMessageThatIsReceivedUntilItIsDeleted() {
        send("one");
        send("two");

        var first = sqs.receiveMessage(ask -> ask.queueUrl(queue).visibilityTimeout(600)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)).messages().getFirst();
        assertThat(first.body()).isEqualTo("one");
        assertThat(first.attributes()).containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
        assertThat(attributes()).containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "1")
                .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "1");
        assertThat(sqs.receiveMessage(ask -> ask.queueUrl(queue).maxNumberOfMessages(10)).messages())
                .extracting(Message::body).containsExactly("two");

        sqs.deleteMessage(ask -> ask.queueUrl(queue).receiptHandle(first.receiptHandle()));
        assertThat(attributes()).containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0")
                .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "1");
    }

    @Test
    void shouldShowAMessageAgainThatIsNotDeletedInTime() {
        send("again");
        var first = receive(1, 0);

        var second = receive(600, 20);

        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.receiptHandle()).isNotEqualTo(first.receiptHandle());
        assertThatThrownBy(() -> sqs.changeMessageVisibility(
                ask -> ask.queueUrl(queue).receiptHandle(first.receiptHandle()).visibilityTimeout(0)))
                .isInstanceOf(ReceiptHandleIsInvalidException.class);
        sqs.changeMessageVisibility(
                ask -> ask.queueUrl(queue).receiptHandle(second.receiptHandle()).visibilityTimeout(0));
        assertThat(receive(0, 0).messageId()).isEqualTo(first.messageId());
    }

    @Test
    void shouldRefuseACallWithoutAReceiptHandle() {
        send("stays");

        assertThatThrownBy(() -> sqs.deleteMessage(ask -> ask.queueUrl(queue))).isInstanceOf(SqsException.class)
                .hasMessageContaining("must contain the parameter ReceiptHandle");
        assertThatThrownBy(() -> sqs.changeMessageVisibility(ask -> ask.queueUrl(queue).visibilityTimeout(600)))
                .isInstanceOf(SqsException.class).hasMessageContaining("must contain the parameter ReceiptHandle");
        assertThat(receive(600, 0).body()).isEqualTo("stays");
    }

    @Test
    void shouldWaitForAMessage() throws Exception {
        try (var other = streaming.sqs()) {
            var waiting = new java.util.concurrent.FutureTask<>(() -> receive(600, 20).body());
            var thread = Thread.ofPlatform().daemon().start(waiting);
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> thread.getState() != Thread.State.NEW);

            other.sendMessage(ask -> ask.queueUrl(queue).messageBody("late"));

            assertThat(waiting.get()).isEqualTo("late");
        }
    }

    @Test
    void shouldSayWhatItDoesNotKnow() {
        assertThatThrownBy(() -> sqs.listQueues()).isInstanceOf(SqsException.class)
                .hasMessageContaining("doesn't know ListQueues");
        assertThatThrownBy(() -> sqs.receiveMessage(ask -> ask.queueUrl(queue).maxNumberOfMessages(11)))
                .isInstanceOf(SqsException.class).hasMessageContaining("between 1 and 10");
    }

    private static void send(String body) {
        sqs.sendMessage(ask -> ask.queueUrl(queue).messageBody(body));
    }

    private static Message receive(int hidden, int patience) {
        return sqs.receiveMessage(ask -> ask.queueUrl(queue).visibilityTimeout(hidden).waitTimeSeconds(patience))
                .messages().getFirst();
    }

    private static Map<QueueAttributeName, String> attributes() {
        return sqs.getQueueAttributes(ask -> ask.queueUrl(queue).attributeNames(QueueAttributeName.ALL)).attributes();
    }
}
