package basics.embedded.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.template.Json;
import basics.embedded.traces.DynamoDbCall.Part;
import basics.embedded.traces.DynamoDbCall.Units;

class CallTextTest {
    @Test
    void shouldPutNamesAndValuesInTheirPlaces() throws Exception {
        var query = json("""
            {"TableName": "T", "IndexName": "i", "KeyConditionExpression": "#k = :k AND s > :k2",
             "ExpressionAttributeNames": {"#k": "kind"}, "Limit": 5, "ScanIndexForward": false, "ConsistentRead": true,
             "ExpressionAttributeValues": {":k": {"S": "a $1"}, ":k2": {"N": "7"}}}""");

        assertThat(CallText.targets("Query", query)).containsExactly("T/i");
        assertThat(CallText.of("Query", query)).containsExactly(
                new Part("Key condition", "kind = \"a $1\" AND s > 7"), new Part("Limit", "5"),
                new Part("Order", "descending"), new Part("Read", "strongly consistent"));
    }

    @Test
    void shouldTellEachPartOfATransaction() throws Exception {
        var transaction = json(
                """
                    {"TransactItems": [{"Put": {"TableName": "T", "Item": {"id": {"S": "1"}}}},
                      {"Delete": {"TableName": "U", "Key": {"id": {"S": "2"}}, "ConditionExpression": "attribute_exists(id)"}}]}""");

        assertThat(CallText.targets("TransactWriteItems", transaction)).containsExactly("T", "U");
        assertThat(CallText.of("TransactWriteItems", transaction)).containsExactly(
                new Part("Put T", "Item: id: \"1\""),
                new Part("Delete U", "Key: id: \"2\"\nCondition: attribute_exists(id)"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"S": "x"}                                     | "x"
        {"N": "1.5"}                                   | 1.5
        {"BOOL": true}                                 | true
        {"NULL": true}                                 | null
        {"L": [{"N": "1"}, {"S": "a"}]}                | [1, "a"]
        {"M": {"a": {"M": {"b": {"N": "1"}}}}}         | {a: {b: 1}}
        {"SS": ["a", "b"]}                             | {a, b}
        {"B": "AAAA"}                                  | 3 bytes
        {}                                             | ?
        """)
    void shouldShowValuesWithoutTheirTypes(String typed, String shown) throws Exception {
        assertThat(CallText.value(json(typed))).isEqualTo(shown);
    }

    @Test
    void shouldReadAnAnswerWithoutItsItems() {
        var answer = CallAnswer
                .read("""
                    {"Items": [{"Count": {"N": "9"}}], "Count": 1, "ScannedCount": 4, "ConsumedCapacity": {"TableName": "T",
                     "CapacityUnits": 2.5, "Table": {"CapacityUnits": 1}, "GlobalSecondaryIndexes": {"i": {"CapacityUnits": 1.5}}},
                     "LastEvaluatedKey": {"id": {"S": "1"}}}"""
                        .getBytes(UTF_8));

        assertThat(answer.result()).containsExactly(new Part("Items", "1"), new Part("Items read", "4"),
                new Part("Last key of the page", "id: \"1\""));
        assertThat(answer.units()).containsExactly(new Units("T", 1), new Units("T/i", 1.5));
        assertThat(answer.error()).isEmpty();
    }

    @Test
    void shouldReadAnError() {
        assertThat(CallAnswer.read("""
            {"message": "The conditional request failed", "__type": "com.amazonaws#ConditionalCheckFailedException"}"""
                .getBytes(UTF_8)).error())
                .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
    }

    @Test
    void shouldTakeAnAnswerThatIsCutOff() {
        assertThat(CallAnswer.read("{\"Count\": 1, \"Items\": [".getBytes(UTF_8)).result())
                .contains(new Part("Items", "1"), new Part("Answer", "Not read to its end"));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return Json.MAPPER.readTree(text);
    }
}
