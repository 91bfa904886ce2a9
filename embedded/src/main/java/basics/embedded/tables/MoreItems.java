package basics.embedded.tables;

import java.util.Map;

import basics.embedded.dynamodb.DirectReads;
import basics.embedded.pages.PageData;
import basics.embedded.template.Json;

/**
 * The next items of one partition. Parameters are {@code table}, {@code index}, {@code partition} and {@code after}, the key
 * of the last item that is known.
 */
public record MoreItems(DirectReads reads) implements PageData {
    @Override
    public Document read(Map<String, String> query) {
        var source = Source.of(reads, query);
        var request = Question.of(source, Map.of("partition", Parameters.required(query, "partition").toString()))
                .query().put("Limit", Partition.ITEMS);
        Parameters.json(query, "after").ifPresent(after -> request.set("ExclusiveStartKey", after));
        var answer = reads.query(request);
        var page = Json.MAPPER.createObjectNode();
        var items = page.putArray("items");
        answer.path("Items").forEach(item -> items.add(source.shown(item, reads)));
        return Document.json(answer.has("LastEvaluatedKey")
                ? page.set("next", answer.path("LastEvaluatedKey"))
                : page);
    }
}
