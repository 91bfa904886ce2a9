package basics.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    private static final String DIGITS_38 = "12345678901234567890123456789012345678";

    @ParameterizedTest
    @CsvSource({"100, 100", "1E+2, 100", "1795457060, 1795457060", "0.0000001, 0.0000001", "1e-7, 0.0000001",
        "-0, 0", "0e99, 0", "1.0, 1", "-1.50, -1.5", DIGITS_38 + ", " + DIGITS_38,
        "1e39, 1000000000000000000000000000000000000000",
        "1e40, 1E+40", "-1e38, -100000000000000000000000000000000000000", "-1e39, -1E+39", "1e125, 1E+125",
        "1E-130, 1E-130",
        "1.2E-130, 1.2E-130", "-0." + DIGITS_38 + ", -0." + DIGITS_38})
    void shouldWritePlainDigitsUpTo40Characters(String json, String text) {
        assertThat(Numbers.stored(json)).isEqualTo(text);
        assertThat(Numbers.shown(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+2", "1e2", "1E2", "100"})
    void shouldShowEveryFormOfANumberAsTheSameText(String stored) {
        assertThat(Numbers.shown(stored)).isEqualTo("100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e126", "-1e126", "9.9E-131", "1e-131", DIGITS_38 + "9", "1e99999999999"})
    void shouldRefuseNumbersBeyondDynamoDbsLimits(String json) {
        assertThat(Numbers.stored(json)).isNull();
    }
}
