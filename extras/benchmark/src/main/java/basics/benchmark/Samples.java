package basics.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The measurements of a function over a transport: times in nanoseconds, memory in KiB. */
final class Samples {
    private final List<Long> inits = new ArrayList<>();
    private final List<Long> firsts = new ArrayList<>();
    private final List<Long> colds = new ArrayList<>();
    private final List<Long> computations = new ArrayList<>();
    private final List<List<Long>> warms = new ArrayList<>();
    private final List<Long> warmComputations = new ArrayList<>();
    private final List<Long> idles = new ArrayList<>();
    private final List<Long> peaks = new ArrayList<>();

    void cold(long init, long first, long computed) {
        computations.add(computed);
        inits.add(init);
        firsts.add(first);
        colds.add(init + first);
    }

    /** Adds the warm calls of one process. */
    void warm(List<Long> nanos) {
        warms.add(List.copyOf(nanos));
    }

    void warmComputed(long nanos) {
        warmComputations.add(nanos);
    }

    void idle(long nanos) {
        idles.add(nanos);
    }

    void peak(long kib) {
        peaks.add(kib);
    }

    double init() {
        return millis(inits, 50);
    }

    double first() {
        return millis(firsts, 50);
    }

    double cold() {
        return millis(colds, 50);
    }

    /** The CPU time of a cold start. Other work on the machine affects this figure least. */
    double computed() {
        return millis(computations, 50);
    }

    /** The CPU time of a warm call. */
    double warmComputed() {
        return millis(warmComputations, 50);
    }

    /** The time of a warm call after some idle seconds. */
    double idle() {
        return millis(idles, 50);
    }

    /** A percentile of the warm calls of all processes. */
    double warm(int percent) {
        return millis(warms.stream().flatMap(List::stream).toList(), percent);
    }

    /** The percentile of each process's warm calls, sorted. It shows how much processes vary. */
    List<Double> warmOfEach(int percent) {
        return warms.stream().map(process -> millis(process, percent)).sorted().toList();
    }

    /** The peak memory of all runs, in MiB. */
    double peak() {
        return percentile(peaks, 100) / 1024.0;
    }

    private static double millis(List<Long> nanos, int percent) {
        return percentile(nanos, percent) / 1e6;
    }

    /** The nearest rank: the smallest value that {@code percent} of the values don't exceed. */
    static long percentile(List<Long> values, int percent) {
        var sorted = values.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }
}
