package basics.testing;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks that a refusal of input is a client error and says what to correct. */
public final class Refusals {
    private static final int LONGEST_POINTER = 2_100;

    private Refusals() {}

    /** The answer must be a 400 with a pointer or parameter, or a 413. */
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
