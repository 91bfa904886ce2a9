package basics.upkeep;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;

class FailedBatchesTest {
    /** SQS after a message's time is over. */
    private static final class Late implements SqsClient {
        @Override
        public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
            throw MessageNotInflightException.builder().message("The message referred to isn't in flight.").build();
        }

        @Override
        public String serviceName() {
            return "sqs";
        }

        @Override
        public void close() {}
    }

    @Test
    void shouldReleaseAMessageThatIsNoLongerHidden() {
        assertThatCode(() -> new FailedBatches(new Late(), "queue").release("receipt")).doesNotThrowAnyException();
    }
}
