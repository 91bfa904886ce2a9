package basics.embedded.tables;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import basics.embedded.dynamodb.DirectReads;
import basics.embedded.pages.PageData;
import basics.embedded.template.Json;

/**
 * The items of a table or an index by partition, in the order in which a Scan meets them: a page of them, and where the next
 * one begins ({@code next}). Parameters are {@code table}, {@code index} and {@code after}.
 */
public record Partitions(DirectReads reads) implements PageData {
    /** So many are on a page. */
    static final int PARTITIONS = 50;
    /** Each reads 1 MB at most (Developer Guide, "Paginating table scan results"), which takes DynamoDB Local a second. */
    static final int CALLS = 2;

    @Override
    public Document read(Map<String, String> query) {
        var source = Source.of(reads, query);
        var found = new LinkedHashMap<JsonNode, Partition>();
        var last = Parameters.json(query, "after").orElse(MissingNode.getInstance());
        for (var calls = 0; calls < CALLS; calls++) {
            var request = source.request();
            var answer = reads.scan(last.isObject() ? request.set("ExclusiveStartKey", last) : request);
            for (var item : answer.path("Items")) {
                var value = item.path(source.partitionKey().name());
                if (found.size() == PARTITIONS && !found.containsKey(value)) {
                    return page(found.values(), last);
                }
                found.computeIfAbsent(value, Partition::new).add(item, source, reads);
                last = source.keyOf(item);
            }
            last = answer.path("LastEvaluatedKey");
            if (!last.isObject()) {
                break;
            }
        }
        return page(found.values(), last);
    }

    private static Document page(Collection<Partition> partitions, JsonNode next) {
        var page = Json.MAPPER.createObjectNode();
        page.putArray("partitions").addAll(partitions.stream().map(Partition::json).toList());
        return Document.json(next.isObject() ? page.set("next", next) : page);
    }
}
