package basics.scale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** What a rate of small events needs, by arithmetic. */
record Rate(BigDecimal perSecond) {
    /** Write units a second of a partition ("Best practices for designing and using partition keys", DynamoDB). */
    static final BigDecimal PARTITION = new BigDecimal(1000);
    /** Write units a second of an on-demand table, and of each of its indexes, by default ("Quotas", DynamoDB). */
    static final BigDecimal TABLE = new BigDecimal(40_000);
    /** How much of a partition is planned for: no second is as even as the whole. */
    private static final BigDecimal FILLED = new BigDecimal("0.8");
    /** Units of the table for a small event in a transaction ("Amazon DynamoDB Transactions: How it works"). */
    private static final BigDecimal TRANSACTION = BigDecimal.TWO;
    private static final BigDecimal BATCH = new BigDecimal(100);
    private static final BigDecimal MINUTE = new BigDecimal(60);

    static Rate perMinute(int events) {
        return new Rate(new BigDecimal(events).divide(MINUTE, 3, RoundingMode.HALF_UP));
    }

    BigDecimal perMinute() {
        return perSecond.multiply(MINUTE);
    }

    /** Write units a second of the table, and as many of the index. */
    BigDecimal single() {
        return perSecond;
    }

    BigDecimal batched() {
        return perSecond.multiply(TRANSACTION);
    }

    int singleShards() {
        return shards(single());
    }

    int batchedShards() {
        return shards(batched());
    }

    /** The cells of its row. */
    List<String> needs() {
        return List.of(number(perSecond), number(perMinute()), number(single()), Integer.toString(singleShards()),
                number(batched()), Integer.toString(batchedShards()), number(perSecond), calls());
    }

    /** Calls a second in batches of 100. */
    private String calls() {
        return perSecond.divide(BATCH, 1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    private static int shards(BigDecimal units) {
        return units.divide(PARTITION.multiply(FILLED), 0, RoundingMode.CEILING).intValueExact();
    }

    /** As in {@code 16,667}. */
    static String number(BigDecimal value) {
        return String.format(Locale.ROOT, "%,d", value.setScale(0, RoundingMode.HALF_UP).intValueExact());
    }
}
