package basics.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.testing.Answer;

/** The pointers of problems about members that can't be stored. */
class RefusedMembersTest {
    private final UserCalls calls = new UserCalls();

    private Answer refused(String members) {
        var answer = calls.create("{\"email\":\"ada@example.com\"," + members + "}");
        assertThat(answer.status()).isEqualTo(400);
        return answer;
    }

    private static String detail(Answer answer) {
        return answer.json().at("/errors/0/detail").asText();
    }

    @ParameterizedTest
    @ValueSource(ints = {1025, 2097})
    void shouldPointAtALongName(int length) {
        var name = "n".repeat(length);

        var answer = refused("\"a\":{\"" + name + "\":1}");

        assertThat(answer.errors()).containsExactly("/a/" + name);
        assertThat(detail(answer)).isEqualTo("must have a name of 1 to 1,024 bytes in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(ints = {2098, 25_001, 1_000_000})
    void shouldPointAtTheObjectAroundAFarTooLongName(int length) {
        var answer = refused("\"a\":{\"" + "/".repeat(length / 2) + "n".repeat(length - length / 2) + "\":1}");

        assertThat(answer.errors()).containsExactly("/a");
        assertThat(detail(answer)).isEqualTo(
                "has a member, too long to be shown here, that must have a name of 1 to 1,024 bytes in UTF-8");
        assertThat(answer.size()).isLessThan(2000);
    }

    @Test
    void shouldPointAtAValueBelowTheLongestName() {
        var name = "~".repeat(1024);

        assertThat(refused("\"" + name + "\":1e999").errors()).containsExactly("/" + "~0".repeat(1024));
    }

    @ParameterizedTest
    @CsvSource({"32", "98", "200000"})
    void shouldPointAtTheLevelThatIsOneTooDeep(int levels) {
        var answer = refused("\"a\":" + "[".repeat(levels) + "]".repeat(levels));

        assertThat(answer.errors()).containsExactly("/a" + "/0".repeat(31));
        assertThat(detail(answer)).contains("31 levels");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 1_000_000})
    void shouldPointAtANumberThatIsFarTooLong(int digits) {
        assertThat(refused("\"a\":[0,{\"n\":" + "9".repeat(digits) + "}]").errors()).containsExactly("/a/1/n");
    }

    @Test
    void shouldListThe20FirstValuesAndCountAll() {
        var many = IntStream.range(0, 100).mapToObj(n -> "\"" + n + "\":1e999").collect(Collectors.joining(","));

        var answer = refused(many);

        assertThat(answer.text("detail")).isEqualTo("The request has 100 invalid values. The first 20 are listed.");
        assertThat(answer.errors()).hasSize(20).contains("/0", "/19");
    }
}
