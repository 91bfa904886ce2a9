package basics.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.management.ThreadMXBean;

/** Measures the cost of a request without a clock, by the bytes that its thread allocates. */
public final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /**
     * The highest measurement is 390, for numbers of one digit. Each becomes an object when read and another when
     * written.
     */
    private static final double MOST_PER_BYTE = 600;

    private Allocation() {}

    /** A body four times as long may cost four times as much, and each byte has a limit. */
    public static void assertProportional(RequestStreamHandler handler, IntFunction<Call> ofSize) {
        perByte(handler, ofSize.apply(1));
        var small = perByte(handler, ofSize.apply(1));
        var large = perByte(handler, ofSize.apply(4));
        assertThat(large).isLessThan(2 * small).isLessThan(MOST_PER_BYTE);
    }

    private static double perByte(RequestStreamHandler handler, Call call) {
        var event = call.event();
        try {
            var before = THREADS.getCurrentThreadAllocatedBytes();
            call.send(handler, event);
            return (double) (THREADS.getCurrentThreadAllocatedBytes() - before) / event.length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
