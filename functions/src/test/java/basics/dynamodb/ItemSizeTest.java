package basics.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import basics.http.Errors;
import basics.http.Problem;
import basics.testing.Tables;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class ItemSizeTest {
    private static final Tables tables = new Tables();
    private static final String table = tables.make("email", "char");

    private static Map<String, AttributeValue> read(String element, int padding) {
        return ItemReader.read("{\"email\":\"e\",\"char\":\"e\",\"v\":[" + (element + ",").repeat(999) + element
                + "],\"p\":\"" + "x".repeat(padding) + "\"}", new Errors());
    }

    /** The longest padding with which an item is accepted. */
    private static int longestPadding(String element) {
        var longest = 0;
        for (var step = 1 << 18; step > 0; step >>= 1) {
            try {
                read(element, longest + step);
                longest += step;
            } catch (Problem problem) {
                assertThat(problem.status()).isEqualTo(413);
            }
        }
        return longest;
    }

    private static boolean isStored(String element, int padding) {
        var item = new LinkedHashMap<>(read(element, 0));
        item.put("p", AttributeValue.fromS("x".repeat(padding)));
        try {
            tables.client().putItem(put -> put.tableName(table).item(item));
            return true;
        } catch (DynamoDbException e) {
            assertThat(Failures.asProblem(e)).extracting(Problem::status).isEqualTo(413);
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"é名😀\"", "true", "null", "[]", "{}", "[[\"\"]]",
        "{\"é\":\"\",\"b\":{\"c\":[]}}"})
    void shouldRefuseExactlyWhatDynamoDbRefuses(String element) {
        var longest = longestPadding(element);

        assertThat(isStored(element, longest)).isTrue();
        assertThat(isStored(element, longest + 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "-1", "12", "-12", "123", "1000", "0.05", "0.5", "1E100", "1E101", "-1E-130",
        "12345678901234567890123456789012345678", "-1.234567890123456789012345678901234567"})
    void shouldAcceptAllNumbersThatDynamoDbAccepts(String number) {
        assertThat(isStored(number, longestPadding(number) + 1)).isFalse();
    }

    @Test
    void shouldCountEachItemOfABodySeparately() {
        var item = "{\"p\":\"" + "x".repeat((400 << 10) - 1) + "\"}";
        var larger = item.replace("\"p\"", "\"pp\"");

        assertThat(ItemReader.read("{\"a\":[" + item + "," + item + "]}", new Errors(), 2)).containsKey("a");
        assertThatThrownBy(() -> ItemReader.read("{\"a\":[{}," + larger + "]}", new Errors(), 2))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(413));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":[{\"v\":[%s]}]}", "{\"a\":[%s]}", "{\"b\":{\"v\":[%s]}}"})
    void shouldRefuseCountlessElementsAnywhere(String body) {
        for (var element : List.of("\"\"", "{}")) {
            var many = body.formatted((element + ",").repeat(1_390_000) + element);

            assertThatThrownBy(() -> ItemReader.read(many, new Errors(), 2))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(413));
        }
    }

    /** More than a million of these elements fit into a batch of 4 MiB, with each item below 400 KB. */
    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "{}", "1e999"})
    void shouldRefuseTooManyValuesInABody(String element) {
        var item = "{\"v\":[" + (element + ",").repeat(66_700) + element + "]}";

        assertThat(ItemReader.read("{\"events\":[" + item + "]}", new Errors(), 2)).hasSize(1);
        assertThatThrownBy(() -> ItemReader.read("{\"events\":[" + (item + ",").repeat(3) + "{}]}", new Errors(), 2))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(413))
                .hasMessageContaining("200,000 values");
    }

    @Test
    void shouldNotCountRemovedMembersOfAPatch() {
        var removal = "{\"" + "n".repeat(1_000) + "\":null,\"o\":{";
        for (var i = 100; i < 600; i++) {
            removal += "\"" + i + "n".repeat(1_000) + "\":null,";
        }
        var patch = removal + "\"p\":1}}";

        assertThat(ItemReader.readPatch(patch, new Errors())).hasSize(2);
        assertThatThrownBy(() -> ItemReader.read(patch, new Errors()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(413));
    }
}
