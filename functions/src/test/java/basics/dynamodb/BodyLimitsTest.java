package basics.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.http.Errors;
import basics.http.Problem;

/** Bodies designed to be expensive. Each is read or refused cheaply. */
@Timeout(60)
class BodyLimitsTest {
    private static Problem refused(String body) {
        var errors = new Errors();
        try {
            ItemReader.read(body, errors);
            errors.raise();
        } catch (Problem problem) {
            return problem;
        }
        throw new AssertionError("The body was accepted.");
    }

    /** Pairs of letters with equal hashes. The parser's hash multiplies by 33, that of String by 31. */
    @ParameterizedTest
    @CsvSource({"AB, B!", "Aa, BB"})
    void shouldReadNamesWithEqualHashes(String one, String other) {
        var names = new ArrayList<>(List.of(""));
        for (var i = 0; i < 12; i++) {
            names = names.stream().flatMap(name -> IntStream.range(0, 2).mapToObj(n -> name + (n == 0 ? one : other)))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        var body = names.stream().map(name -> "\"" + name + "\":1").collect(Collectors.joining(",", "{", "}"));
        var errors = new Errors();

        assertThat(ItemReader.read(body, errors)).hasSize(4096);
        assertThat(errors.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e-999999999", "1e2147483648", "1e-2147483648", "9e99999999999999999999"})
    void shouldRefuseANumberOfManyDigitsWrittenShort(String number) {
        assertThat(refused("{\"a\":" + number + "}").status()).isEqualTo(400);
    }

    @Test
    void shouldRefuseANumberOfManyDigits() {
        assertThat(refused("{\"a\":" + "1".repeat(1000) + "}").status()).isEqualTo(400);
        assertThat(refused("{\"a\":" + "1".repeat(1_000_000) + "}").getMessage()).contains("too long");
        assertThat(refused("{\"a\":0." + "0".repeat(1_000_000) + "1}").getMessage()).contains("too long");
        assertThat(refused("{\"a\":1e" + "1".repeat(1_000_000) + "}").getMessage()).contains("too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"%s\":1}", "{\"a\":{\"%s\":1}}", "{\"a\":[{\"%s\":{}}]}", "{\"%s\":null}"})
    void shouldCountTheBytesOfANameWhereverItIs(String body) {
        for (var longest : List.of("x".repeat(1024), "é".repeat(512), "€".repeat(341) + "x", "😀".repeat(256))) {
            assertThat(ItemReader.read(body.formatted(longest), new Errors())).hasSize(1);
            assertThat(refused(body.formatted(longest + "x")).getMessage()).contains("1 invalid value");
            assertThat(refused(body.formatted(longest.repeat(49))).getMessage()).contains("1 invalid value");
        }
    }

    @Test
    void shouldRefuseManyLevelsWithoutReadingThemAll() {
        assertThat(refused("{\"a\":" + "[".repeat(99) + "]".repeat(99) + "}").status()).isEqualTo(400);
        assertThat(refused("{\"a\":" + "{\"a\":".repeat(200_000)).getMessage()).contains("too deep");
    }

    @Test
    void shouldCountTheInvalidValues() {
        var many = IntStream.range(0, 10_000).mapToObj(n -> "\"" + n + "\":1e999").collect(Collectors.joining(","));

        assertThat(refused("{" + many + "}"))
                .hasMessage("The request has 10000 invalid values. The first 20 are listed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\ude00", "\\ud83d\\ud83d", "\\ude00\\ud83d", "\\ud83d\\u0041"})
    void shouldRefuseHalfASurrogatePairAnywhere(String half) {
        for (var body : List.of("{\"a\":\"" + half + "\"}", "{\"" + half + "\":1}", "{\"a\":{\"" + half + "\":[]}}",
                "{\"a\":[[\"" + half + "\"]]}")) {
            assertThat(refused(body).status()).isEqualTo(400);
        }
    }

    @Test
    void shouldCountAnItemWhileItIsRead() {
        var body = "{\"a\":[" + "[],".repeat(200_000) + "[]]}";

        assertThatThrownBy(() -> ItemReader.read(body, new Errors()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(413));
    }
}
