package basics.embedded.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.dynamodb.DirectReads;
import basics.embedded.template.Json;

/**
 * What is read: a table, or one of its indexes.
 *
 * @param index
 *            its name; empty for the table itself
 * @param keys
 *            its partition key and, if it has one, its sort key
 * @param keysOfTable
 *            by which an item is known, whatever it is read through
 */
record Source(String table, String index, List<Key> keys, List<Key> keysOfTable) {
    /**
     * The one that a request names.
     *
     * @throws IllegalArgumentException
     *             when there is none of that name
     */
    static Source of(DirectReads reads, Map<String, String> query) {
        var name = query.getOrDefault("table", "");
        var index = query.getOrDefault("index", "");
        var table = reads.describeTable(name);
        var owner = index.isEmpty()
                ? table
                : index(table, index).orElseThrow(
                        () -> new IllegalArgumentException("%s has no index %s.".formatted(name, index)));
        return new Source(name, index, Key.of(owner, table), Key.of(table, table));
    }

    private static Optional<JsonNode> index(JsonNode table, String name) {
        return TableList.indexes(table).filter(index -> index.path("IndexName").asText().equals(name)).findFirst();
    }

    Key partitionKey() {
        return keys.getFirst();
    }

    Optional<Key> sortKey() {
        return keys.stream().skip(1).findFirst();
    }

    /** The beginning of a request. */
    ObjectNode request() {
        var request = Json.MAPPER.createObjectNode().put("TableName", table);
        return index.isEmpty() ? request : request.put("IndexName", index);
    }

    /** Where a read goes on behind an item. */
    JsonNode keyOf(JsonNode item) {
        var key = Json.MAPPER.createObjectNode();
        all().forEach(attribute -> key.set(attribute.name(), item.path(attribute.name())));
        return key;
    }

    /** As the pages show it: the keys first, and its size in bytes. */
    JsonNode shown(JsonNode item, DirectReads reads) {
        var attributes = Json.MAPPER.createObjectNode();
        all().stream().map(Key::name).filter(item::has).forEach(name -> attributes.set(name, item.path(name)));
        item.properties().stream().sorted(Map.Entry.comparingByKey())
                .filter(attribute -> !attributes.has(attribute.getKey()))
                .forEach(attribute -> attributes.set(attribute.getKey(), attribute.getValue()));
        return Json.MAPPER.createObjectNode().put("bytes", reads.size(item)).set("attributes", attributes);
    }

    private List<Key> all() {
        var all = new ArrayList<>(keys);
        keysOfTable.stream().filter(key -> !keys.contains(key)).forEach(all::add);
        return all;
    }
}
