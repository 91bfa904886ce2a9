package basics.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import basics.http.Errors;
import basics.http.Problem;
import basics.testing.Tables;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class JsonRoundTripTest {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Tables tables = new Tables();
    private static final String table = tables.make("email", "char");

    /** JSON to an item, through DynamoDB, and back to JSON. */
    private static JsonNode through(String value) throws IOException {
        var errors = new Errors();
        var item = ItemReader.read("{\"email\":\"e\",\"char\":\"e\",\"v\":" + value + "}", errors);
        errors.raise();
        tables.client().putItem(put -> put.tableName(table).item(item));
        var key = Map.of("email", AttributeValue.fromS("e"), "char", AttributeValue.fromS("e"));
        var stored = tables.client().getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
        return MAPPER.readTree(new ItemWriter().write(stored)).get("v");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "-0.0", "0e999999999", "1.0", "1e125", "-1e125", "1e-130",
        "9.9999999999999999999999999999999999999e125", "12345678901234567890123456789012345678",
        "0.12345678901234567890123456789012345678", "1000000000000000000000000000000000000000000000", "1E+2",
        "10000000000000000000000000000000000000000e85", "123.4500", "9007199254740993"})
    void shouldKeepANumber(String number) throws IOException {
        assertThat(through(number).decimalValue())
                .isEqualByComparingTo(new java.math.BigDecimal(number.startsWith("0e") ? "0" : number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e126", "-1e126", "1e-131", "123456789012345678901234567890123456789",
        "1.00000000000000000000000000000000000001", "1e999999999", "1e99999999999999", "-1e-99999999999999"})
    void shouldRefuseANumberThatDynamoDbCannotHold(String number) {
        var errors = new Errors();
        ItemReader.read("{\"a\":[{\"b/c\":" + number + "}]}", errors);

        assertThatThrownBy(errors::raise).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "{}", "[]", "null", "true", "false", "[null,{},[],\"\",0,false]",
        "{\"b\":{\"c\":[1,{\"d\":null}]},\"a\":\" \"}", "\"\\u0000\\u001f\\u007f\\b\\t\\n\\\"\\\\\"", "\"😀é名\"",
        "{\"😀\":{\"a.b\":1,\"$\":2,\" \":3}}"})
    void shouldKeepAValue(String value) throws IOException {
        assertThat(through(value)).isEqualTo(MAPPER.readTree(value));
    }

    @Test
    void shouldWriteCharactersBeyond16BitsAsTheyAre() throws IOException {
        var text = "x".repeat(4_001) + "😀".repeat(4_001);

        assertThat(new ItemWriter().write(Map.of("😀", AttributeValue.fromS(text))))
                .isEqualTo(("{\"😀\":\"" + text + "\"}").getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "\ud83dx", "\ud83d\ud83d\ude00", "\ude00\ud83d"})
    void shouldWriteAStoredHalfOfASurrogatePair(String text) throws IOException {
        var json = new String(new ItemWriter().write(Map.of(text, AttributeValue.fromS(text))), UTF_8);

        assertThat(json).contains("\\uD").doesNotContain("?");
        assertThat(MAPPER.readTree(json.substring(json.indexOf(':') + 1, json.length() - 1)).textValue())
                .isEqualTo(text);
    }

    /** The value that grows most: three bytes in DynamoDB, five in a body, forty digits in an answer. */
    @Test
    void shouldFitAnyItemIntoLambdasResponse() throws IOException {
        var item = ItemReader.read("{\"n\":[" + "1e39,".repeat(136_400) + "0]}", new Errors());

        assertThat(new ItemWriter().write(item)).hasSizeBetween(5_500_000, 6_291_556 - 16_384);
    }

    @Test
    void shouldKeep31LevelsAndRefuse32WithAPointer() throws IOException {
        var deepest = "[".repeat(30) + "{\"a\":1}" + "]".repeat(30);

        assertThat(through(deepest)).isEqualTo(MAPPER.readTree(deepest));
        var errors = new Errors();
        ItemReader.read("{\"v\":[" + deepest + "]}", errors);
        assertThat(errors.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "\"a\"", "null", "{", "{\"a\":NaN}", "{\"a\":Infinity}", "{\"a\":-}",
        "{\"a\":01}", "{\"a\":1.}", "{\"a\":+1}", "{a:1}", "{'a':1}", "{\"a\":1,}", "{\"a\":1}}", "{\"a\":1} {}",
        "{\"a\":1}//", "{\"a\":\"\n\"}", "{\"a\":\"\\x\"}", "{\"a\":tru}", "{\"a\" 1}"})
    void shouldRefuseEverythingButOneJsonObject(String body) {
        assertThatThrownBy(() -> ItemReader.read(body, new Errors())).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"\\ud800\"}", "{\"a\":[\"\\udc00x\"]}", "{\"\\ud800\":1}",
        "{\"\\ud800\":{\"b\":\"\\ud800\"}}", "{\"\":1}", "{\"a\":{\"\":1}}", "{\"a\":1,\"a\":1}",
        "{\"a\":{\"b\":1,\"b\":2}}"})
    void shouldRefuseUnstorableValues(String body) {
        var errors = new Errors();
        ItemReader.read(body, errors);

        assertThatThrownBy(errors::raise).isInstanceOf(Problem.class);
    }

    @Test
    void shouldStopParsingAtFarTooDeepOrTooLongValues() {
        assertThatThrownBy(() -> ItemReader.read("{\"a\":" + "[".repeat(500_000), new Errors()))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> ItemReader.read("{\"a\":1" + "0".repeat(500_000) + "}", new Errors()))
                .isInstanceOf(Problem.class);
    }
}
