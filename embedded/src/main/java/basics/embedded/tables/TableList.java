package basics.embedded.tables;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.dynamodb.DirectReads;
import basics.embedded.dynamodb.RefusedRead;
import basics.embedded.pages.PageData;
import basics.embedded.template.Json;

/**
 * The tables that there are, with their indexes, keys and settings.
 *
 * @param labels
 *            what to call a table, by its name
 */
public record TableList(DirectReads reads, UnaryOperator<String> labels) implements PageData {
    @Override
    public Document read(Map<String, String> query) {
        var tables = Json.MAPPER.createArrayNode();
        reads.tables().stream().flatMap(name -> described(name).stream()).forEach(tables::add);
        return Document.json(Json.MAPPER.createObjectNode().set("tables", tables));
    }

    /** None when it was deleted in the meantime. */
    private Optional<JsonNode> described(String name) {
        try {
            var table = reads.describeTable(name);
            var indexes = Json.MAPPER.createArrayNode();
            indexes(table).forEach(index -> indexes.add(of(index, table).put("name", index.path("IndexName").asText())
                    .put("projection", index.at("/Projection/ProjectionType").asText())
                    .put("items", index.path("ItemCount").asLong())
                    .put("bytes", index.path("IndexSizeBytes").asLong())));
            return Optional.of(of(table, table).put("name", name).put("label", labels.apply(name))
                    .put("items", table.path("ItemCount").asLong())
                    .put("bytes", table.path("TableSizeBytes").asLong())
                    .put("billing", table.at("/BillingModeSummary/BillingMode").asText("PROVISIONED"))
                    .put("timeToLive", reads.describeTimeToLive(name).path("AttributeName").asText())
                    .put("stream", table.at("/StreamSpecification/StreamViewType").asText()).set("indexes", indexes));
        } catch (RefusedRead deleted) {
            return Optional.empty();
        }
    }

    private static ObjectNode of(JsonNode owner, JsonNode table) {
        ArrayNode keys = Json.MAPPER.valueToTree(Key.of(owner, table));
        return Json.MAPPER.createObjectNode().set("keys", keys);
    }

    /** Of both kinds. */
    static Stream<JsonNode> indexes(JsonNode table) {
        return Stream.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")
                .flatMap(kind -> Json.list(table.path(kind)).stream());
    }
}
