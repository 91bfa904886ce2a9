package basics.infra;

import static basics.infra.TableDefaults.string;

import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.constructs.Construct;

/** Events by name in the order of time, and by day through an index. Events with {@code expires_at} go by themselves. */
final class EventsTable extends Construct {

    static final String BY_DATE = "by-date";

    private final Table table;

    EventsTable(Construct scope, Environment environment) {
        super(scope, "Events");
        table = TableDefaults.of(this, environment)
                .partitionKey(string("event"))
                .sortKey(string("timestamp"))
                .timeToLiveAttribute("expires_at")
                .build();
        table.addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder()
                .indexName(BY_DATE)
                .partitionKey(string("date"))
                .sortKey(string("timestamp"))
                // Every attribute: a page of a day is answered from the index alone.
                .projectionType(ProjectionType.ALL)
                .build());
    }

    String name() {
        return table.getTableName();
    }

    String arn() {
        return table.getTableArn();
    }

    String byDateArn() {
        return arn() + "/index/" + BY_DATE;
    }
}
