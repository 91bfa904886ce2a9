package basics.infra.tables;

import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import basics.infra.Synthesised;

/** A table's keys as short text, such as {@code email S HASH, char S RANGE}. */
final class Keys {

    private Keys() {}

    static JsonNode table(String environment, String name) {
        return Synthesised.of(environment).properties("AWS::DynamoDB::Table", name + "Table");
    }

    /**
     * The keys of a table, or of one of its indexes.
     *
     * @param schema
     *            its {@code KeySchema}
     */
    static String of(JsonNode table, JsonNode schema) {
        return schema.valueStream().map(key -> {
            var attribute = key.path("AttributeName").asText();
            var type = table.path("AttributeDefinitions").valueStream()
                    .filter(definition -> definition.path("AttributeName").asText().equals(attribute))
                    .map(definition -> definition.path("AttributeType").asText()).collect(Collectors.joining());
            return attribute + ' ' + type + ' ' + key.path("KeyType").asText();
        }).collect(Collectors.joining(", "));
    }
}
