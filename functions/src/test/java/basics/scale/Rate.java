package basics.scale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

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
    /** Units of table and index together. */
    private static final BigDecimal SINGLE_WITH_INDEX = BigDecimal.TWO;
    private static final BigDecimal BATCHED_WITH_INDEX = new BigDecimal(3);
    /** 30 days, in seconds. */
    private static final BigDecimal MONTH = new BigDecimal(30 * 86_400);
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

    /** The events a second of each partition key, one by one. */
    int perKey() {
        return perSecond.divide(new BigDecimal(singleShards()), 0, RoundingMode.HALF_UP).intValueExact();
    }

    /**
     * The cells of its row, in USD a month.
     *
     * @param counting write units for counting an event of one busy name
     * @param alone write units for counting an event that comes alone
     */
    List<String> price(Map<String, BigDecimal> prices, BigDecimal counting, BigDecimal alone) {
        var events = perSecond.multiply(MONTH);
        var unit = price(prices, "write unit");
        var call = price(prices, "gateway").add(price(prices, "invocation"));
        var singles = List.of(dollars(events.multiply(SINGLE_WITH_INDEX), unit), dollars(events, call));
        var batches = List.of(dollars(events.multiply(BATCHED_WITH_INDEX), unit),
                dollars(events.divide(BATCH, RoundingMode.HALF_UP), call));
        var counts = dollars(events.multiply(counting), unit);
        return Stream.of(List.of(perSecond, counts, dollars(events.multiply(alone), unit)), singles,
                List.of(sum(singles).add(counts)), batches,
                List.of(sum(batches).add(counts))).flatMap(List::stream).map(Rate::number).toList();
    }

    private static BigDecimal sum(List<BigDecimal> dollars) {
        return dollars.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal price(Map<String, BigDecimal> prices, String name) {
        return Objects.requireNonNull(prices.get(name), name);
    }

    /** @param price of a million */
    private static BigDecimal dollars(BigDecimal number, BigDecimal price) {
        return number.multiply(price).movePointLeft(6).setScale(0, RoundingMode.HALF_UP);
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
