package basics.embedded.tables;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.dynamodb.DirectReads;
import basics.embedded.template.Json;

/** The items that share a value of the partition key, in the order of the sort key: the first few, and how many in all. */
final class Partition {
    /** So many are shown of each. */
    static final int ITEMS = 200;

    private final JsonNode value;
    private final List<JsonNode> items = new ArrayList<>();
    private int count;
    private long bytes;

    Partition(JsonNode value) {
        this.value = value;
    }

    void add(JsonNode item, Source source, DirectReads reads) {
        var shown = source.shown(item, reads);
        count++;
        bytes += shown.path("bytes").asLong();
        if (items.size() < ITEMS) {
            items.add(shown);
        }
    }

    JsonNode json() {
        var json = Json.MAPPER.createObjectNode().put("count", count).put("bytes", bytes);
        json.set("value", value);
        return json.set("items", Json.MAPPER.createArrayNode().addAll(items));
    }
}
