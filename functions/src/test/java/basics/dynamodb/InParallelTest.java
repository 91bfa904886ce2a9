package basics.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class InParallelTest {
    private static final int MANY = 100;

    @Test
    void shouldRunAllAtOnceAndKeepTheirOrder() {
        var barrier = new CyclicBarrier(MANY);
        var numbers = IntStream.range(0, MANY).boxed().toList();

        assertThat(InParallel.map(numbers, number -> {
            try {
                barrier.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return number * 2;
        })).isEqualTo(numbers.stream().map(number -> number * 2).toList());
    }

    @Test
    void shouldNeedNoThreadForASingleTask() {
        assertThat(InParallel.map(List.of(1), _ -> Thread.currentThread())).containsExactly(Thread.currentThread());
        assertThat(InParallel.map(List.of(), number -> number)).isEmpty();
    }

    @Test
    void shouldThrowWhatTheFirstFailingTaskThrew() {
        var done = ConcurrentHashMap.<Integer>newKeySet();
        var failure = new IllegalArgumentException();

        assertThatThrownBy(() -> InParallel.map(List.of(1, 2, 3, 4), number -> {
            done.add(number);
            if (number == 2) {
                throw failure;
            }
            if (number == 3) {
                throw new IllegalStateException();
            }
            return number;
        })).isSameAs(failure);
        assertThat(done).isEqualTo(Set.of(1, 2, 3, 4));
    }

    @Test
    void shouldThrowAnErrorAsItIs() {
        var failure = new AssertionError();

        assertThatThrownBy(() -> InParallel.map(List.of(1, 2), _ -> {
            throw failure;
        })).isSameAs(failure);
    }
}
