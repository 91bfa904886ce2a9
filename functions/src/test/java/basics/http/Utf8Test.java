package basics.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class Utf8Test {
    private static final List<String> TEXTS = List.of("", "a", "ab", "b", "é", "\ud7ff", "\ue000", "\uffff", "😀",
            "😁", "😀a", "a\uffff", "a😀");

    @Test
    void shouldCompareTextsByTheirBytes() {
        for (var a : TEXTS) {
            for (var b : TEXTS) {
                assertThat(Integer.signum(Utf8.compare(a, b))).as("%s, %s", a, b)
                        .isEqualTo(Integer.signum(Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8))));
            }
        }
    }
}
