package basics.benchmark;

/**
 * How often everything is measured.
 *
 * @param count
 *            cold starts of each function
 * @param warm
 *            the processes, spread evenly over the cold starts and no more than they, that go on with warm calls
 * @param calls
 *            the warm calls of each of them that count
 */
record Rounds(int count, int warm, int calls) {
    Rounds {
        warm = Math.clamp(warm, 1, count);
    }

    static Rounds ofProperties() {
        return new Rounds(Integer.getInteger("benchmark.runs", 10), Integer.getInteger("benchmark.warm", 5),
                Integer.getInteger("benchmark.calls", 5000));
    }

    /** Whether a round, of which 0 is the first, has warm calls too. */
    boolean isWarm(int round) {
        return round >= 0 && (round + 1) * warm / count > round * warm / count;
    }
}
