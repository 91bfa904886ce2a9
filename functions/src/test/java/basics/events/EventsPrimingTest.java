package basics.events;

import java.util.Map;

import basics.dynamodb.Values;
import basics.testing.PrimedOperations;
import basics.testing.Tables;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** With two shards, since the threads of parallel calls must be primed as harmlessly as the request's own. */
class EventsPrimingTest extends PrimedOperations {
    @Override
    protected Map<String, String> variables(Tables tables) {
        return Map.of("EVENTS_TABLE", EventCalls.table(tables), "EVENTS_BY_DATE_INDEX", EventCalls.BY_DATE,
                "EVENT_RETENTION_DAYS", "1", "EVENT_SHARDS", "2");
    }

    /** An event with the name, day and time of the contract's examples. */
    @Override
    protected Map<String, Map<String, AttributeValue>> examples() {
        return Map.of("EVENTS_TABLE", Map.of("event", Values.text("clicked button"), "timestamp",
                Values.text("2026-11-22T10:30:00.000000000Z#c-1"), "date", Values.text("2026-11-22")));
    }
}
