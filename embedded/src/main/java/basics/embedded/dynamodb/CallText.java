package basics.embedded.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.traces.DynamoDbCall.Part;

/** A call as one reads it aloud: expressions with names and values in their places, values without their types. */
final class CallText {
    private static final int LONGEST = 1_000;
    private static final int MOST_WRITES = 25;
    private static final Pattern PLACEHOLDER = Pattern.compile("[#:][A-Za-z0-9_]+");
    private static final Map<String, String> NAMES = Map.of("KeyConditionExpression", "Key condition",
            "FilterExpression", "Filter", "ConditionExpression", "Condition", "UpdateExpression", "Update",
            "ProjectionExpression", "Only");
    private static final List<String> EXPRESSIONS = List.of("KeyConditionExpression", "FilterExpression",
            "UpdateExpression", "ConditionExpression", "ProjectionExpression");

    private CallText() {}

    /** The tables and indexes that it names. */
    static List<String> targets(String operation, JsonNode request) {
        if (request.has("TableName")) {
            return List.of(target(request));
        }
        return operation.startsWith("Batch")
                ? request.path("RequestItems").propertyStream().map(Map.Entry::getKey).toList()
                : writes(request).map(write -> target(write.getValue())).distinct().toList();
    }

    private static String target(JsonNode call) {
        var table = call.path("TableName").asText();
        return call.has("IndexName") ? table + '/' + call.path("IndexName").asText() : table;
    }

    /** What it asks for. */
    static List<Part> of(String operation, JsonNode request) {
        if (operation.startsWith("Transact")) {
            var all = writes(request).toList();
            var parts = all.stream().limit(MOST_WRITES).map(CallText::write);
            return all.size() > MOST_WRITES
                    ? Stream.concat(parts, Stream.of(new Part("And", all.size() - MOST_WRITES + " more"))).toList()
                    : parts.toList();
        }
        var parts = new ArrayList<>(expressions(request));
        for (var name : List.of("Limit", "ReturnValues", "Select", "Segment", "TotalSegments", "Statement")) {
            if (request.has(name)) {
                parts.add(new Part(name, cut(request.path(name).asText(), LONGEST)));
            }
        }
        if (request.has("ScanIndexForward")) {
            parts.add(new Part("Order", request.path("ScanIndexForward").asBoolean() ? "ascending" : "descending"));
        }
        if (request.path("ConsistentRead").asBoolean()) {
            parts.add(new Part("Read", "strongly consistent"));
        }
        if (request.has("ExclusiveStartKey")) {
            parts.add(new Part("After", item(request.path("ExclusiveStartKey"))));
        }
        return List.copyOf(parts);
    }

    private static Stream<Map.Entry<String, JsonNode>> writes(JsonNode request) {
        return request.path("TransactItems").valueStream().flatMap(JsonNode::propertyStream);
    }

    private static Part write(Map.Entry<String, JsonNode> write) {
        return new Part(write.getKey() + ' ' + target(write.getValue()), cut(expressions(write.getValue()).stream()
                .map(part -> part.name() + ": " + part.text()).collect(Collectors.joining("\n")), LONGEST));
    }

    private static List<Part> expressions(JsonNode call) {
        var parts = new ArrayList<Part>();
        for (var item : List.of("Key", "Item")) {
            if (call.has(item)) {
                parts.add(new Part(item, cut(item(call.path(item)), LONGEST)));
            }
        }
        for (var name : EXPRESSIONS) {
            if (call.has(name)) {
                parts.add(new Part(NAMES.getOrDefault(name, name), cut(expression(call, name), LONGEST)));
            }
        }
        return parts;
    }

    private static String expression(JsonNode call, String name) {
        return PLACEHOLDER.matcher(call.path(name).asText()).replaceAll(found -> Matcher.quoteReplacement(
                found.group().startsWith("#")
                        ? call.path("ExpressionAttributeNames").path(found.group()).asText(found.group())
                        : value(call.path("ExpressionAttributeValues").path(found.group()))));
    }

    /** An item or a key. */
    static String item(JsonNode item) {
        return item.propertyStream().map(attribute -> attribute.getKey() + ": " + value(attribute.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** A value in DynamoDB's JSON, where each names its type. */
    static String value(JsonNode typed) {
        var entry = typed.propertyStream().findFirst();
        if (entry.isEmpty()) {
            return "?";
        }
        var value = entry.get().getValue();
        return switch (entry.get().getKey()) {
            case "S" -> '"' + value.asText() + '"';
            case "N", "BOOL" -> value.asText();
            case "NULL" -> "null";
            case "M" -> '{' + item(value) + '}';
            case "L" -> value.valueStream().map(CallText::value).collect(Collectors.joining(", ", "[", "]"));
            case "B" -> "%d bytes".formatted(value.asText().length() * 3 / 4);
            default -> value.valueStream().map(JsonNode::asText).collect(Collectors.joining(", ", "{", "}"));
        };
    }

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + '…';
    }
}
