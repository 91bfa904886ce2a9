package basics.embedded.dynamodb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.template.Json;
import basics.embedded.traces.DynamoDbCall.Part;
import basics.embedded.traces.DynamoDbCall.Units;

/** What DynamoDB has answered, without the items, which are passed over as they are read. */
record CallAnswer(String error, List<Part> result, List<Units> units) {
    private static final int LONGEST = 600;

    static CallAnswer read(byte[] answer) {
        var error = new StringBuilder();
        var result = new ArrayList<Part>();
        var units = new ArrayList<Units>();
        try (var parser = Json.MAPPER.createParser(answer)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    member(parser, error, result, units);
                }
            }
        } catch (IOException cutOff) {
            result.add(new Part("Answer", "Not read to its end"));
        }
        return new CallAnswer(error.toString(), List.copyOf(result), List.copyOf(units));
    }

    private static void member(JsonParser parser, StringBuilder error, List<Part> result, List<Units> units)
            throws IOException {
        var name = parser.currentName();
        var token = parser.nextToken();
        switch (name) {
            case "Count", "ScannedCount" -> result.add(new Part(name.equals("Count") ? "Items" : "Items read",
                    parser.getText()));
            case "ConsumedCapacity" -> Json.list(tree(parser)).forEach(one -> add(one, units));
            case "LastEvaluatedKey" -> result.add(new Part("Last key of the page", CallText.item(tree(parser))));
            case "Item" -> result.add(new Part("Item", CallText.cut(CallText.item(tree(parser)), LONGEST)));
            case "CancellationReasons" -> result.add(new Part("Reasons",
                    String.join(", ", tree(parser).findValuesAsText("Code"))));
            case "__type" -> error.insert(0, parser.getText().replaceFirst(".*#", ""));
            case "message", "Message" -> error.append(": ").append(CallText.cut(parser.getText(), LONGEST));
            default -> {
                if (token.isStructStart()) {
                    parser.skipChildren();
                }
            }
        }
    }

    private static JsonNode tree(JsonParser parser) throws IOException {
        return Json.MAPPER.readTree(parser);
    }

    /** A table's figure includes its indexes. They are listed separately where DynamoDB lists them. */
    private static void add(JsonNode consumed, List<Units> units) {
        var table = consumed.path("TableName").asText();
        var ofTable = consumed.path("Table").path("CapacityUnits");
        units.add(new Units(table, ofTable.isMissingNode()
                ? consumed.path("CapacityUnits").asDouble()
                : ofTable.asDouble()));
        for (var indexes : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
            consumed.path(indexes).properties().forEach(index -> units.add(
                    new Units(table + '/' + index.getKey(), index.getValue().path("CapacityUnits").asDouble())));
        }
        units.removeIf(one -> one.units() == 0 && units.size() > 1);
    }
}
