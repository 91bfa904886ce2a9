package basics.testing;

import static org.assertj.core.api.Assertions.assertThat;

/** What every refusal of input must be: the client's own fault, and told so that it can be mended. */
public final class Refusals {
    private static final int LONGEST_POINTER = 2_100;

    private Refusals() {}

    /** Is a 400 that points at something, or a 413. */
    public static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(400, 413);
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.header("Retry-After")).isNull();
        if (answer.status() == 400) {
            assertThat(answer.errors()).as(answer.body()).isNotEmpty().hasSizeLessThanOrEqualTo(20)
                    .allSatisfy(pointer -> assertThat(pointer).hasSizeLessThanOrEqualTo(LONGEST_POINTER));
        }
    }
}
