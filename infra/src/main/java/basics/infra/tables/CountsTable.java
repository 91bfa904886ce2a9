package basics.infra.tables;

import java.util.List;

import basics.infra.settings.Environment;
import software.constructs.Construct;

/**
 * How many events each name had, by day and hour. Beside the counters it keeps which records of the events' stream are
 * counted. DynamoDB deletes that after {@code expires_at}.
 */
public final class CountsTable extends DataTable {

    public CountsTable(Construct scope, Environment environment) {
        super(scope, "Counts", environment, table -> table.partitionKey(string("event"))
                .sortKey(string("day"))
                .timeToLiveAttribute("expires_at"));
    }

    @Override
    public List<Reach> reach() {
        return List.of(allow("countEvents", "Query"));
    }

    /** The permissions of the function that counts. A transaction needs the permissions of the writes in it. */
    public Reach keeping() {
        return allow("KeepCounts", "UpdateItem");
    }
}
