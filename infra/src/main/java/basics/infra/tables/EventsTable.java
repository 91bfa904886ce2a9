package basics.infra.tables;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import basics.infra.settings.Environment;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.constructs.Construct;

/** Events by name in the order of time, and by day through an index. DynamoDB deletes them after {@code expires_at}. */
public final class EventsTable extends DataTable {

    private static final String BY_DATE = "by-date";

    private final Optional<Integer> retentionDays;
    private final int shards;

    public EventsTable(Construct scope, Environment environment) {
        super(scope, "Events", environment, table -> table.partitionKey(string("event"))
                .sortKey(string("timestamp"))
                .timeToLiveAttribute("expires_at")
                // The counts need an event's keys, and of a replaced one whether it had expired. With the new images a
                // record would be twice as large.
                .stream(StreamViewType.OLD_IMAGE));
        retentionDays = environment.eventRetentionDays();
        shards = environment.eventShards();
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
                // Writers look for an event where it lay under another number of shards.
                expiring(spread("recordEvent", "PutItem", "Query", "BatchGetItem")),
                // A transaction needs the permissions of the writes in it.
                expiring(spread("recordEvents", "PutItem", "Query", "BatchGetItem")),
                spread("queryEvents", "Query"),
                // The table's record of its numbers of shards is not in the index.
                spread("listEventsOnDate", "Query"),
                allow("listEventsOnDate", "Query").onIndex(BY_DATE).with("EVENTS_BY_DATE_INDEX", BY_DATE),
                // That record tells too how many counters an event name has.
                spread("countEvents", "Query"));
    }

    /** The ARN of the stream of its changes. */
    public String stream() {
        return Objects.requireNonNull(table().getTableStreamArn());
    }

    /** The write units that it takes, also for refused writes. TTL takes none. */
    public IMetric writes(Duration period) {
        return table().metricConsumedWriteCapacityUnits(MetricOptions.builder().period(period).build());
    }

    /** Adds the number of shards. Functions take a missing one for 1. */
    private Reach spread(String operationId, String... actions) {
        var reach = allow(operationId, actions);
        return shards == 1 ? reach : reach.with("EVENT_SHARDS", String.valueOf(shards));
    }

    /** Adds the retention, since the operations that write events set their expiry. */
    private Reach expiring(Reach writer) {
        return retentionDays.map(days -> writer.with("EVENT_RETENTION_DAYS", days.toString())).orElse(writer);
    }
}
