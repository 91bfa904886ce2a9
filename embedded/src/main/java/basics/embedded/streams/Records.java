package basics.embedded.streams;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.template.Json;

/** A stream's records in the form that Lambda gives them to functions (Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB"). */
final class Records {
    private static final String TEXT = "S";

    private Records() {}

    /**
     * A record as a function receives it.
     *
     * @param told
     *            as DynamoDB Local tells it, whose region isn't that of the template
     */
    static ObjectNode event(JsonNode told, String streamArn) {
        var event = (ObjectNode) told.deepCopy();
        event.put("awsRegion", streamArn.split(":", 5)[3]).put("eventSourceARN", streamArn);
        ((ObjectNode) event.path("dynamodb")).put("ApproximateCreationDateTime",
                told.path("dynamodb").path("ApproximateCreationDateTime").asLong());
        var user = event.path("userIdentity");
        if (user.isObject()) {
            event.putObject("userIdentity").put("principalId", user.path("PrincipalId").asText())
                    .put("type", user.path("Type").asText());
        }
        return event;
    }

    static String sequenceNumber(JsonNode record) {
        return record.path("dynamodb").path("SequenceNumber").asText();
    }

    /** When it was written; DynamoDB Local tells the beginning of that minute. */
    static Instant written(JsonNode record) {
        return Instant.ofEpochSecond(record.path("dynamodb").path("ApproximateCreationDateTime").asLong());
    }

    /** The texts among the values of their keys. */
    static Set<String> keys(Collection<? extends JsonNode> records) {
        return records.stream().flatMap(record -> record.path("dynamodb").path("Keys").findValuesAsText(TEXT).stream())
                .collect(Collectors.toSet());
    }

    static byte[] payload(List<? extends JsonNode> records) {
        var event = Json.MAPPER.createObjectNode();
        event.putArray("Records").addAll(records);
        return event.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
