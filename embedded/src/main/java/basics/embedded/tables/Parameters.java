package basics.embedded.tables;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.template.Json;

/** Parameters of a request that are more than text. */
final class Parameters {
    private Parameters() {}

    /**
     * A value of DynamoDB, or a key made of them, as DynamoDB's API writes it.
     *
     * @return empty when it is missing
     * @throws IllegalArgumentException
     *             when it is no JSON object
     */
    static Optional<JsonNode> json(Map<String, String> query, String name) {
        var text = query.getOrDefault(name, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.readTree(text)).filter(JsonNode::isObject).or(() -> {
                throw notAValue(name);
            });
        } catch (JsonProcessingException malformed) {
            throw notAValue(name);
        }
    }

    static JsonNode required(Map<String, String> query, String name) {
        return json(query, name).orElseThrow(() -> notAValue(name));
    }

    /**
     * A number of items.
     *
     * @return empty when it is missing
     * @throws IllegalArgumentException
     *             when it is not 1 to 1000
     */
    static Optional<Integer> limit(Map<String, String> query) {
        var text = query.getOrDefault("limit", "");
        if (!text.isEmpty() && !text.matches("[1-9]\\d{0,2}|1000")) {
            throw new IllegalArgumentException("limit must be 1 to 1000.");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(text));
    }

    private static IllegalArgumentException notAValue(String name) {
        return new IllegalArgumentException("%s must be a value such as {\"S\": \"text\"}.".formatted(name));
    }
}
