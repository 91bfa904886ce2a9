package basics.benchmark;

/**
 * The number of measurements.
 *
 * @param count
 *            cold starts of each function
 * @param warm
 *            the processes that go on with warm calls, spread evenly over the cold starts
 * @param calls
 *            the counted warm calls of each of these processes
 */
record Rounds(int count, int warm, int calls) {
    Rounds {
        warm = Math.clamp(warm, 1, count);
    }

    static Rounds ofProperties() {
        return new Rounds(Integer.getInteger("benchmark.runs", 10), Integer.getInteger("benchmark.warm", 5),
                Integer.getInteger("benchmark.calls", 5000));
    }

    /** Whether a round, counted from 0, has warm calls too. */
    boolean isWarm(int round) {
        return round >= 0 && (round + 1) * warm / count > round * warm / count;
    }
}
