package basics.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class WriteTokenTest {
    private static final String ADA = "ada@example.com";
    private final UserCalls calls = new UserCalls();

    private Set<SdkBytes> tokens() {
        return WriteToken.SETS.stream().map(calls.stored(ADA)::get).filter(set -> set != null)
                .flatMap(set -> set.bs().stream()).collect(Collectors.toSet());
    }

    private void update() {
        assertThat(calls.update(ADA, "{\"a\":1}").status()).isEqualTo(200);
    }

    @Test
    void shouldKeepATokenFor15SecondsAndThenForgetIt() {
        for (var second = 0; second < 16; second++) {
            calls.created(ADA);
            var token = tokens();
            var start = calls.now.get();

            calls.now.set(start.plusSeconds(15));
            update();
            assertThat(tokens()).hasSize(2).containsAll(token);

            calls.delete(ADA);
            calls.now.set(start.plusSeconds(1));
        }
    }

    /** Writes every quarter of a minute, minute, hour or day, or at multiples of other periods. */
    @ParameterizedTest
    @ValueSource(longs = {15, 30, 60, 3_600, 86_400, 133, 101_475})
    void shouldNotAccumulateTokensOnAnySchedule(long seconds) {
        calls.created(ADA);
        var sizes = new TreeSet<Integer>();
        for (var write = 0; write < 60; write++) {
            calls.now.set(calls.now.get().plus(Duration.ofSeconds(seconds)));
            update();
            sizes.add(tokens().size());
        }

        assertThat(sizes.last()).isLessThan(15);
    }

    @Test
    void shouldMarkUsersWrittenByOtherPrograms() {
        calls.users.client().putItem(put -> put.tableName(calls.users.table()).item(Map.of(
                "email", AttributeValue.fromS(ADA), "char", AttributeValue.fromS("a"))));

        assertThat(calls.update(ADA, "{\"a\":{\"b\":1}}").text("version")).isEqualTo("1");
        update();

        assertThat(tokens()).hasSize(2);
    }

    @Test
    void shouldShowNoToken() {
        calls.created(ADA);
        update();

        assertThat(calls.stored(ADA).keySet()).containsAnyElementsOf(WriteToken.SETS);
        assertThat(calls.read(ADA).body() + calls.list().body() + calls.update(ADA, "{\"b\":1}").body())
                .doesNotContain("writes_");
    }
}
