package basics.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A mark that a request leaves in the user that it writes, to recognise its own write. DynamoDB's response may get
 * lost. Then the SDK or the JDK retries the write, and others may have written in between.
 *
 * <p>Tokens are stored in four sets, hidden from clients. Each period of 15 s uses one of the sets. A write adds its
 * token to the set of its period, keeps the set of the previous period, and removes the others. So a token stays for at
 * least 15 s, however many others write. No call is retried for longer than 13 s ({@code basics.dynamodb.Client}). The
 * remaining two seconds allow for clocks that differ between functions.
 */
record WriteToken(SdkBytes token) {
    /** The attributes that hold the sets. */
    static final List<String> SETS = List.of("_writes_0", "_writes_1", "_writes_2", "_writes_3");
    private static final int PERIOD_SECONDS = 15;

    /** @param invocation Lambda's id of the invocation, which is unique and which clients can't choose */
    static WriteToken of(String invocation) {
        return new WriteToken(Digest.of(invocation.getBytes(UTF_8)).b());
    }

    /** Whether this request has written the item. Others may have changed it since. */
    boolean isIn(Map<String, AttributeValue> item) {
        return SETS.stream().map(item::get).anyMatch(set -> set != null && set.bs().contains(token));
    }

    /** Adds the token to a new item. */
    void markNew(Map<String, AttributeValue> item, Instant now) {
        item.put(set(period(now)), set());
    }

    /** Adds the token to an existing item. The update's condition fails if the item has it already. */
    void mark(Update update, Instant now) {
        var period = period(now);
        var set = set(period);
        update.onlyIf("NOT contains(" + update.name(set) + ", " + update.value(AttributeValue.fromB(token)) + ")");
        update.add(set, set());
        var before = set(period - 1);
        SETS.stream().filter(other -> !other.equals(set) && !other.equals(before)).forEach(update::remove);
    }

    private AttributeValue set() {
        return AttributeValue.fromBs(List.of(token));
    }

    private static long period(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), (long) PERIOD_SECONDS);
    }

    /**
     * The set of a period. It differs from that of the previous period, is pseudo-random otherwise, and is the same in
     * every function. If the sets took turns, a user written on a schedule might always meet the same set and never
     * lose its old tokens.
     */
    private static String set(long period) {
        return SETS.get((int) Math.floorMod(period, 2L) + 2 * new SplittableRandom(period).nextInt(2));
    }
}
