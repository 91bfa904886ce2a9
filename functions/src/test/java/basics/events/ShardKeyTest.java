package basics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardKeyTest {

    @ParameterizedTest
    @CsvSource({"clicked button, 0, clicked button", "clicked button, 3, clicked button#3",
        "clicked button, 99, clicked button#99", "a#3, 0, a#3#0", "a#3, 12, a#3#12", "a#03, 0, a#03#0",
        "'#3', 0, '#3#0'",
        "a#, 0, a#", "a#, 1, a##1", "a#3b, 0, a#3b", "a#123, 0, a#123", "a#123, 1, a#123#1", "a#３, 0, a#３",
        "'a#3 ', 0, 'a#3 '", "2026-11-22, 0, 2026-11-22", "2026-11-22, 7, 2026-11-22#7"})
    void shouldBeReadBackAsItWasMade(String name, int shard, String key) {
        assertThat(ShardKey.of(name, shard)).isEqualTo(key);
        assertThat(ShardKey.name(key)).isEqualTo(name);
        assertThat(ShardKey.shard(key)).isEqualTo(shard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a#", "a#0", "a#1", "a#1\u2028", "a#00", "a#1#2", "a#100", "#", "#1", "é#7"})
    void shouldBelongToOneNameOnly(String name) {
        var owners = new HashMap<String, String>();
        for (var other : new String[]{name, name + "#0", name + "#1", name + "#10", name + "#99", name + "#0#1"}) {
            IntStream.range(0, ShardKey.MOST).forEach(shard -> assertThat(
                    owners.putIfAbsent(ShardKey.of(other, shard), other)).isNull());
        }
        assertThat(owners).allSatisfy((key, owner) -> assertThat(ShardKey.name(key)).isEqualTo(owner));
    }

    /** The first four bytes of SHA-256 ("abc": ba7816bf, FIPS 180-4), without a sign. */
    @Test
    void shouldFollowFromTheId() {
        assertThat(ShardKey.ofId("abc", 1)).isZero();
        assertThat(ShardKey.ofId("abc", 16)).isEqualTo(0xf);
        assertThat(ShardKey.ofId("abc", 100)).isEqualTo((int) (0xba7816bfL % 100));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 16, 100})
    void shouldSpreadIdsEvenly(int shards) {
        var counts = new int[shards];
        IntStream.range(0, 1000 * shards).forEach(i -> counts[ShardKey.ofId("c-" + i, shards)]++);

        assertThat(IntStream.of(counts).boxed()).allSatisfy(count -> assertThat(count).isBetween(850, 1150));
    }

    @Test
    void shouldLeaveALongNameInOnePlace() {
        assertThat(ShardKey.isSpread("x".repeat(2042))).isTrue();
        assertThat(ShardKey.isSpread("x".repeat(2041) + "é")).isFalse();
        assertThat(ShardKey.hasKey("x".repeat(2043))).isTrue();
        assertThat(ShardKey.hasKey("x".repeat(2040) + "#1")).isTrue();
        assertThat(ShardKey.hasKey("x".repeat(2041) + "#1")).isFalse();
        assertThat(ShardKey.hasKey("x".repeat(2040) + "#12")).isFalse();
    }
}
