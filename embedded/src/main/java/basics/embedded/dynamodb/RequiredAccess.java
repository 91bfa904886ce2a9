package basics.embedded.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.iam.Access;
import basics.embedded.template.Stack;

/**
 * Which permissions a call needs (Service Authorization Reference, "Actions, resources, and condition keys for Amazon
 * DynamoDB"; Developer Guide, "Using IAM with DynamoDB transactions" and "IAM policies with PartiQL").
 */
final class RequiredAccess {
    private static final Map<String, String> TRANSACTION_ACTIONS = Map.of("Put", "PutItem", "Update", "UpdateItem",
            "Delete",
            "DeleteItem", "ConditionCheck", "ConditionCheckItem", "Get", "GetItem");

    /** An iterator begins with the ARN of its stream in DynamoDB Local. */
    private static final Pattern STREAM = Pattern.compile("arn:[^/|]*:table/([^/|]+)/stream/[^/|]+(?:\\|.*)?");

    private final String tables;

    /**
     * @param tables
     *            the ARN of a table up to its name
     */
    RequiredAccess(String tables) {
        this.tables = tables;
    }

    Set<Access> of(String operation, JsonNode request) {
        return new LinkedHashSet<>(switch (operation) {
            case "BatchGetItem", "BatchWriteItem" -> batch(operation, request.path("RequestItems"));
            case "TransactGetItems", "TransactWriteItems" -> transaction(request.path("TransactItems"));
            case "ExecuteStatement" -> List.of(statement(request));
            case "BatchExecuteStatement" -> statements(request.path("Statements"));
            case "ExecuteTransaction" -> statements(request.path("TransactStatements"));
            // It takes no resource, whatever it is asked for.
            case "ListStreams" -> List.of(new Access("dynamodb:" + operation, "*"));
            default -> List.of(new Access("dynamodb:" + operation, resource(request)));
        });
    }

    /** The table of a stream, by the stream's ARN in the template or in DynamoDB Local; empty for any other ARN. */
    static Optional<String> streamed(String arn) {
        var parts = STREAM.matcher(arn);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }

    private List<Access> batch(String operation, JsonNode items) {
        var needed = new ArrayList<Access>();
        items.fieldNames().forEachRemaining(table -> needed.add(new Access("dynamodb:" + operation, arn(table))));
        return needed;
    }

    private List<Access> transaction(JsonNode items) {
        var needed = new ArrayList<Access>();
        for (var item : items) {
            item.properties().forEach(part -> needed
                    .add(new Access("dynamodb:" + TRANSACTION_ACTIONS.getOrDefault(part.getKey(), part.getKey()),
                            arn(part.getValue().path("TableName").asText()))));
        }
        return needed;
    }

    private List<Access> statements(JsonNode statements) {
        var needed = new ArrayList<Access>();
        statements.forEach(statement -> needed.add(statement(statement)));
        return needed;
    }

    private Access statement(JsonNode request) {
        var statement = PartiQl.parse(request.path("Statement").asText());
        return new Access("dynamodb:" + statement.action(),
                statement.index().isEmpty() ? arn(statement.table()) : index(statement.table(), statement.index()));
    }

    private String resource(JsonNode request) {
        if (request.path("ResourceArn").isTextual()) {
            return request.path("ResourceArn").asText();
        }
        var streamed = streamed(request.path("StreamArn").asText(request.path("ShardIterator").asText()));
        if (streamed.isPresent()) {
            return arn(streamed.get()) + "/stream/" + Stack.STREAM_LABEL;
        }
        if (!request.path("TableName").isTextual()) {
            return "*";
        }
        var table = request.path("TableName").asText();
        return request.path("IndexName").isTextual() ? index(table, request.path("IndexName").asText()) : arn(table);
    }

    private String index(String table, String index) {
        return arn(table) + "/index/" + index;
    }

    private String arn(String table) {
        return table.startsWith("arn:") ? table : tables + table;
    }
}
