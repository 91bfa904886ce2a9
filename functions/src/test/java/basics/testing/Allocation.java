package basics.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.management.ThreadMXBean;

/** What a request costs, without a clock: the bytes that its thread allocates. */
public final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** Measured are up to 390, of numbers of one digit: each is a value on its way in and another on its way out. */
    private static final double MOST_PER_BYTE = 600;

    private Allocation() {}

    /** Four times the body may cost four times as much, and no byte of it may cost very much. */
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
