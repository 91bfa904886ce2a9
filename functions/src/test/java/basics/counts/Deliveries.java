package basics.counts;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Events with which Lambda delivers records of a stream ("Using AWS Lambda with Amazon DynamoDB", Lambda Developer
 * Guide).
 */
final class Deliveries {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Deliveries() {}

    static String json(List<Record> records) {
        var event = MAPPER.createObjectNode();
        var array = event.putArray("Records");
        records.forEach(record -> array.add(json(record)));
        return event.toString();
    }

    static ObjectNode json(Record record) {
        var change = record.dynamodb();
        var json = MAPPER.createObjectNode().put("eventID", record.eventID())
                .put("eventName", record.eventNameAsString()).put("eventVersion", "1.1")
                .put("eventSource", "aws:dynamodb").put("awsRegion", "eu-central-1")
                .put("eventSourceARN", "arn:aws:dynamodb:eu-central-1:000000000000:table/events/stream/now");
        var changes = json.putObject("dynamodb");
        // Lambda writes the time with an exponent or without one.
        changes.put("ApproximateCreationDateTime", (double) change.approximateCreationDateTime().getEpochSecond());
        changes.set("Keys", item(change.keys()));
        if (change.hasOldImage()) {
            changes.set("OldImage", item(change.oldImage()));
        }
        changes.put("SequenceNumber", change.sequenceNumber()).put("SizeBytes", change.sizeBytes())
                .put("StreamViewType", change.streamViewTypeAsString());
        return json;
    }

    private static ObjectNode item(Map<String, AttributeValue> item) {
        var json = MAPPER.createObjectNode();
        item.forEach((name, value) -> json.set(name, attribute(value)));
        return json;
    }

    private static ObjectNode attribute(AttributeValue value) {
        var json = MAPPER.createObjectNode();
        switch (value.type()) {
            case S -> json.put("S", value.s());
            case N -> json.put("N", value.n());
            case BOOL -> json.put("BOOL", value.bool());
            case M -> json.set("M", item(value.m()));
            case L -> {
                var list = json.putArray("L");
                value.l().forEach(element -> list.add(attribute(element)));
            }
            default -> json.put("NULL", true);
        }
        return json;
    }
}
