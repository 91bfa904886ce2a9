package basics.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a request leaves in the user that it writes, so that it knows its own write again. DynamoDB's answer may get lost.
 * Then the SDK sends the write once more, and so does the JDK, and others may have written in between.
 *
 * <p>Tokens are kept in sets, hidden from clients. Each period of 15 s has one of four sets. A write adds its token to the
 * set of its period, leaves the set of the period before, and removes the others. So a token stays for at least 15 s,
 * however many others write. No call is repeated for longer ({@code basics.dynamodb.Client}: 13 s). The two seconds
 * between are for functions whose clocks differ.
 */
record WriteToken(SdkBytes token) {
    /** The attributes that hold the sets. */
    static final List<String> SETS = List.of("_writes_0", "_writes_1", "_writes_2", "_writes_3");
    private static final int PERIOD_SECONDS = 15;

    /** @param invocation Lambda's id of it: unique, and no client's choice */
    static WriteToken of(String invocation) {
        return new WriteToken(Digest.of(invocation.getBytes(UTF_8)).b());
    }

    /** Whether this request has written the item; others may have changed it since. */
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
     * The set of a period is never that of the period before. Beyond that it is drawn by chance, the same for every
     * function. If the sets took turns, a user that is written by a timetable might meet the same set each time, and
     * would never lose its old tokens.
     */
    private static String set(long period) {
        return SETS.get((int) Math.floorMod(period, 2L) + 2 * new SplittableRandom(period).nextInt(2));
    }
}
