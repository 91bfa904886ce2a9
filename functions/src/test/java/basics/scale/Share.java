package basics.scale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;

/** What follows from how many events lie under each partition key. */
final class Share {
    private Share() {}

    static int all(Map<String, Integer> spread) {
        return spread.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The share of the key that has most. */
    static String largest(Map<String, Integer> spread) {
        return BigDecimal.valueOf(Collections.max(spread.values()) * 100L)
                .divide(BigDecimal.valueOf(all(spread)), 1, RoundingMode.HALF_UP).toPlainString() + " %";
    }

    /** How many small events a second there are when the key that has most is at its partition's limit. */
    static String fitting(Map<String, Integer> spread) {
        return Rate.number(Rate.PARTITION.multiply(BigDecimal.valueOf(all(spread)))
                .divide(BigDecimal.valueOf(Collections.max(spread.values())), -1, RoundingMode.DOWN));
    }
}
