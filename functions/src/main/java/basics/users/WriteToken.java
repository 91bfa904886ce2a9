package basics.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a request leaves in the user that it writes, so that it knows its own write again. When the answer of DynamoDB is
 * lost, the SDK sends the write once more, and so does the JDK; others may have written in between.
 *
 * <p>Tokens are kept in sets, hidden from clients, by the time of their write in periods of 15 s. A write adds to the set
 * of its period, leaves that of the period before and removes all others: so a token is there for 15 s at least, however
 * many others write. No write is repeated for longer than that ({@code basics.dynamodb.Client}: 13 s). The clocks of two
 * functions may differ by the rest.
 */
record WriteToken(SdkBytes token) {
    /** The attributes that hold the sets. */
    static final List<String> SETS = List.of("writes_0", "writes_1", "writes_2", "writes_3");
    private static final int PERIOD_SECONDS = 15;

    /** @param invocation Lambda's id of it: unique, and no client's choice */
    static WriteToken of(String invocation) {
        return new WriteToken(Digest.of(invocation.getBytes(UTF_8)).b());
    }

    /** Whether this request has written the item, or one of those it was made of. */
    boolean isIn(Map<String, AttributeValue> item) {
        return SETS.stream().map(item::get).anyMatch(set -> set != null && set.bs().contains(token));
    }

    /** Puts it into a new item. */
    void markNew(Map<String, AttributeValue> item, Instant now) {
        item.put(set(period(now)), set());
    }

    /** Puts it into the item that is there, unless it is in it: then the update's condition fails. */
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
     * The set of a period: another one than that of the period before, and otherwise by chance, the same for everybody. If
     * they took turns, a user that is written by a timetable might meet the same sets each time, and never be rid of its
     * old tokens.
     */
    private static String set(long period) {
        return SETS.get((int) Math.floorMod(period, 2L) + 2 * new SplittableRandom(period).nextInt(2));
    }
}
