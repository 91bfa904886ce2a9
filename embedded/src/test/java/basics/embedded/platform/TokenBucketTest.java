package basics.embedded.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private final AtomicLong clock = new AtomicLong();

    @Test
    void shouldLetInABurstAndThenTheRate() {
        var bucket = new TokenBucket(2, 3, clock::get);

        assertThat(letIn(bucket, 10)).isEqualTo(3);
        pass(Duration.ofMillis(499));
        assertThat(bucket.take()).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(letIn(bucket, 2)).isEqualTo(1);
    }

    @Test
    void shouldHoldNoMoreThanABurst() {
        var bucket = new TokenBucket(100, 2, clock::get);

        pass(Duration.ofHours(1));

        assertThat(letIn(bucket, 10)).isEqualTo(2);
    }

    @Test
    void shouldLetNobodyInWithoutABurst() {
        var bucket = new TokenBucket(1, 0, clock::get);

        pass(Duration.ofHours(1));

        assertThat(bucket.take()).isFalse();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private static long letIn(TokenBucket bucket, int requests) {
        return IntStream.range(0, requests).filter(request -> bucket.take()).count();
    }
}
