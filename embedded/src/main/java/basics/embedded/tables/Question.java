package basics.embedded.tables;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.template.Json;

/**
 * A question to a table or an index: the items of one partition, perhaps of a range of the sort key. It can be put as a Query
 * and as a Scan, by the same expression.
 *
 * @param values
 *            of the expression, by their placeholders
 */
record Question(Source source, String expression, ObjectNode names, ObjectNode values, boolean backwards,
        Optional<Integer> limit, boolean consistent) {

    private static final Map<String, String> RANGES = Map.of("=", "%s = :from", "<", "%s < :from", "<=",
            "%s <= :from", ">", "%s > :from", ">=", "%s >= :from", "between", "%s BETWEEN :from AND :to",
            "begins_with", "begins_with(%s, :from)");

    /**
     * The one that a request asks.
     *
     * @param query
     *            {@code partition}, {@code range} (one of DynamoDB's comparisons) with {@code from} and {@code to},
     *            {@code order=desc}, {@code limit} and {@code consistent=true}
     */
    static Question of(Source source, Map<String, String> query) {
        var names = Json.MAPPER.createObjectNode();
        var values = Json.MAPPER.createObjectNode();
        var partition = placeholder(source.partitionKey(), "");
        names.put("#" + partition, source.partitionKey().name());
        values.set(":" + partition, Parameters.required(query, "partition"));
        var expression = "#%s = :%s".formatted(partition, partition);
        var range = range(query.getOrDefault("range", ""));
        if (range.isPresent()) {
            var key = source.sortKey().orElseThrow(() -> new IllegalArgumentException("There is no sort key."));
            var sort = "#" + placeholder(key, partition);
            names.put(sort, key.name());
            values.set(":from", Parameters.required(query, "from"));
            if (range.get().contains(":to")) {
                values.set(":to", Parameters.required(query, "to"));
            }
            expression += " AND " + range.get().formatted(sort);
        }
        return new Question(source, expression, names, values, query.getOrDefault("order", "").equals("desc"),
                Parameters.limit(query), query.getOrDefault("consistent", "").equals("true"));
    }

    private static Optional<String> range(String comparison) {
        if (!comparison.isEmpty() && !RANGES.containsKey(comparison)) {
            throw new IllegalArgumentException("range must be one of " + RANGES.keySet());
        }
        return Optional.ofNullable(RANGES.get(comparison));
    }

    /** Many words are DynamoDB's own, {@code date} and {@code timestamp} among them: so a name stands behind a placeholder. */
    private static String placeholder(Key key, String taken) {
        var name = key.name().replaceAll("\\W", "_");
        return name.equals(taken) || name.equals("from") || name.equals("to") ? name + "_" : name;
    }

    ObjectNode query() {
        var request = source.request().put("KeyConditionExpression", expression);
        if (backwards) {
            request.put("ScanIndexForward", false);
        }
        limit.ifPresent(items -> request.put("Limit", items));
        return completed(request);
    }

    /** It has no limit: what a limit counts is what is read, and the Scan doesn't know where the items are. */
    ObjectNode scan() {
        return completed(source.request().put("FilterExpression", expression));
    }

    private ObjectNode completed(ObjectNode request) {
        request.set("ExpressionAttributeNames", names);
        request.set("ExpressionAttributeValues", values);
        if (consistent) {
            request.put("ConsistentRead", true);
        }
        return request.put("ReturnConsumedCapacity", "TOTAL");
    }

}
