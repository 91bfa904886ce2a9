package basics.embedded.queues;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

/** Which message a receipt handle is of. */
class QueueTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Queue queue = new Queue(new Queue.Settings("name", "arn", MINUTE, MINUTE, Duration.ZERO));

    @Test
    void shouldNotTakeAMessageThatWasNeverReceivedForOneWithoutAHandle() {
        queue.send("one");

        assertThat(queue.delete("")).isFalse();
        assertThat(queue.hide("", MINUTE)).isFalse();
        assertThat(queue.visible()).isEqualTo(1);
    }
}
