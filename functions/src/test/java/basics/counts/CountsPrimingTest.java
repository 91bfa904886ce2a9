package basics.counts;

import java.util.Map;

import basics.dynamodb.Values;
import basics.testing.PrimedOperations;
import basics.testing.Tables;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CountsPrimingTest extends PrimedOperations {
    @Override
    protected Map<String, String> variables(Tables tables) {
        return Map.of("COUNTS_TABLE", CountCalls.countsTable(tables), "EVENTS_TABLE",
                tables.make("event", "timestamp"));
    }

    /** Counters of the name and day of the contract's examples. */
    @Override
    protected Map<String, Map<String, AttributeValue>> examples() {
        return Map.of("COUNTS_TABLE", Map.of("event", Values.text("clicked button"), "day", Values.text("2026-11-22"),
                "h10", AttributeValue.fromN("3")));
    }
}
