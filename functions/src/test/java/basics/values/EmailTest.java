package basics.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
    private static final String LABEL = "d".repeat(63);

    private static @Nullable String parsed(String text) {
        var email = Email.parse(text);
        return email == null ? null : email.address();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.c", "!#$%&'*+-/=?^_`{|}~@b.c", "azAZ09@azAZ09.azAZ", "a.b.c@d.e", "-@b.c", "a@b-c.d",
        "a@0.a0", "a@b.0a", "a@9z.9z9"})
    void shouldAcceptAnAddress(String text) {
        assertThat(parsed(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "@", "@b.c", "a@", "a@b", "a@b.", "a@.b", "a@b..c", ".a@b.c", "a.@b.c", "a..b@c.d",
        "a@-b.c", "a@b-.c", "a@b.-c", "a@b.c-", "a@b.0", "a@b.09", "a@b.99", "a@b@c.d", "a b@c.d", "a@b c.d", "é@b.c",
        "a@é.c", "a(@b.c", "a[@b.c", "a:@b.c", "a;@b.c", "a,@b.c", "a\u007f@b.c", "a@b_.c", "a@b/.c", "a@b:.c",
        "a@b`.c", "a@b{.c", "a@[.c", "a@b\u0000.c"})
    void shouldRefuseAMalformedAddress(String text) {
        assertThat(parsed(text)).isNull();
    }

    /** RFC 5321, 4.5.3.1.1 and RFC 1035, 2.3.4. */
    @Test
    void shouldAcceptTheLongestPartsAndNothingLonger() {
        assertThat(parsed("l".repeat(64) + "@b.c")).isNotNull();
        assertThat(parsed("l".repeat(65) + "@b.c")).isNull();
        assertThat(parsed("a@" + LABEL + ".c")).isNotNull();
        assertThat(parsed("a@" + LABEL + "d.c")).isNull();
    }

    /** RFC 5321, 4.5.3.1.3. */
    @Test
    void shouldAcceptUpTo254Characters() {
        var domain = "@" + (LABEL + ".").repeat(3);
        var longest = "l".repeat(254 - domain.length() - 1) + domain + "c";

        assertThat(longest).hasSize(254);
        assertThat(parsed(longest)).isEqualTo(longest);
        assertThat(parsed(longest + "c")).isNull();
    }
}
