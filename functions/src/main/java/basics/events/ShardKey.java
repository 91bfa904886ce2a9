package basics.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.regex.Pattern;

import basics.http.Utf8;
import basics.values.Sha256;

/**
 * The partition keys over which a name, or a day, is spread: {@code <name>} for shard 0 and {@code <name>#<shard>} for
 * the others. Clients never see the suffix.
 *
 * <p>A name that itself ends like a suffix has its shard 0 at {@code <name>#0}. So no key belongs to two names.
 */
public final class ShardKey {
    /** The most shards: a suffix has two digits at most. */
    static final int MOST = 100;
    /** In bytes of UTF-8. A longer name has one partition key only, within DynamoDB's limit of 2,048 bytes. */
    static final int LONGEST_SPREAD = 2042;
    private static final char SEPARATOR = '#';
    private static final Pattern SUFFIX = Pattern.compile("#[0-9]{1,2}\\z");

    private ShardKey() {}

    /**
     * The partition key of a shard.
     *
     * @param name an event name, or a day such as {@code 2026-11-22}
     * @param shard 0 to 99
     */
    public static String of(String name, int shard) {
        return shard == 0 && !endsLikeASuffix(name) ? name : name + SEPARATOR + shard;
    }

    /** The name, or the day, of a partition key. */
    public static String name(String key) {
        return endsLikeASuffix(key) ? key.substring(0, key.lastIndexOf(SEPARATOR)) : key;
    }

    /** The shard of a partition key. */
    public static int shard(String key) {
        return endsLikeASuffix(key) ? Integer.parseInt(key, key.lastIndexOf(SEPARATOR) + 1, key.length(), 10) : 0;
    }

    /** The shard of an event, evenly spread: the same for the same id and number of shards. */
    static int ofId(String id, int shards) {
        return Integer.remainderUnsigned(ByteBuffer.wrap(Sha256.first(Integer.BYTES, id.getBytes(UTF_8))).getInt(),
                shards);
    }

    /** Whether the name is short enough for suffixes. */
    static boolean isSpread(String name) {
        return Utf8.length(name) <= LONGEST_SPREAD;
    }

    /** Whether every event of the name has a partition key. */
    static boolean hasKey(String name) {
        return isSpread(name) || !endsLikeASuffix(name);
    }

    private static boolean endsLikeASuffix(String text) {
        return SUFFIX.matcher(text).find();
    }
}
