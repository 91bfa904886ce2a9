package basics.infra.tables;

import java.util.List;
import java.util.Optional;

import basics.infra.settings.Environment;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.constructs.Construct;

/** Events by name in the order of time, and by day through an index. DynamoDB deletes them after {@code expires_at}. */
public final class EventsTable extends DataTable {

    private static final String BY_DATE = "by-date";

    private final Optional<Integer> retentionDays;

    public EventsTable(Construct scope, Environment environment) {
        super(scope, "Events", environment, table -> table.partitionKey(string("event"))
                .sortKey(string("timestamp"))
                .timeToLiveAttribute("expires_at"));
        retentionDays = environment.eventRetentionDays();
        table().addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder()
                .indexName(BY_DATE)
                .partitionKey(string("date"))
                .sortKey(string("timestamp"))
                // All attributes, so that a page of a day needs only the index.
                .projectionType(ProjectionType.ALL)
                .build());
    }

    @Override
    public List<Reach> reach() {
        return List.of(
                expiring(allow("recordEvent", "PutItem")),
                // A transaction needs the permissions of the writes in it.
                expiring(allow("recordEvents", "PutItem")),
                allow("queryEvents", "Query"),
                allow("listEventsOnDate", "Query").onIndex(BY_DATE).with("EVENTS_BY_DATE_INDEX", BY_DATE));
    }

    /** Adds the retention, since the operations that write events set their expiry. */
    private Reach expiring(Reach writer) {
        return retentionDays.map(days -> writer.with("EVENT_RETENTION_DAYS", days.toString())).orElse(writer);
    }
}
