package basics.embedded.tables;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.template.Json;

/**
 * A key attribute of a table or an index.
 *
 * @param type
 *            DynamoDB's: S, N or B
 */
record Key(String name, String type) {
    /**
     * The partition key, and the sort key if there is one.
     *
     * @param owner
     *            the table or index, as DescribeTable describes it
     */
    static List<Key> of(JsonNode owner, JsonNode table) {
        return Json.list(owner.path("KeySchema")).stream().map(key -> key.path("AttributeName").asText())
                .map(name -> new Key(name, type(table, name))).toList();
    }

    private static String type(JsonNode table, String name) {
        return Json.list(table.path("AttributeDefinitions")).stream()
                .filter(attribute -> attribute.path("AttributeName").asText().equals(name))
                .map(attribute -> attribute.path("AttributeType").asText()).findFirst().orElse("");
    }
}
