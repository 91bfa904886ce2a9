package basics.embedded.tables;

import java.util.Map;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.dynamodb.DirectReads;
import basics.embedded.pages.PageData;
import basics.embedded.template.Json;

/**
 * One question, put to DynamoDB twice: as a Query and as a Scan, each with what it was answered and what it cost. Parameters are
 * those of {@link Question}, and {@code after} for the next page of the Query.
 */
public record Comparison(DirectReads reads) implements PageData {
    /** Of the Scan; each reads 1 MB at most. */
    static final int CALLS = 4;

    @Override
    public Document read(Map<String, String> query) {
        var source = Source.of(reads, query);
        var question = Question.of(source, query);
        var asQuery = question.query();
        Parameters.json(query, "after").ifPresent(after -> asQuery.set("ExclusiveStartKey", after));
        var json = Json.MAPPER.createObjectNode();
        json.set("query", asked(asQuery, reads::query, 1, source));
        json.set("scan", asked(question.scan(), reads::scan, CALLS, source));
        return Document.json(json);
    }

    /** The first request, what all of them gave, and where another would begin ({@code next}). */
    private JsonNode asked(ObjectNode request, UnaryOperator<JsonNode> read, int most, Source source) {
        var asked = Json.MAPPER.createObjectNode();
        asked.set("request", request.deepCopy());
        var calls = asked.putArray("calls");
        var items = asked.putArray("items");
        JsonNode next = JsonNodeFactory.instance.missingNode();
        do {
            var answer = read.apply(next.isObject() ? request.set("ExclusiveStartKey", next) : request);
            calls.addObject().put("count", answer.path("Count").asInt())
                    .put("scannedCount", answer.path("ScannedCount").asInt())
                    .put("units", answer.at("/ConsumedCapacity/CapacityUnits").asDouble());
            answer.path("Items").forEach(item -> items.add(source.shown(item, reads)));
            next = answer.path("LastEvaluatedKey");
        } while (next.isObject() && calls.size() < most);
        return next.isObject() ? asked.set("next", next) : asked;
    }
}
