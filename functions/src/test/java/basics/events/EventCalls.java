package basics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import basics.http.Variables;
import basics.testing.Answer;
import basics.testing.Call;
import basics.testing.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The events' handlers on a table of their own, at an instant that only a test moves. */
final class EventCalls {
    static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");

    final Tables tables = new Tables();
    Instant now = NOW;
    /** How many items DynamoDB reads at a time: with fewer than a page wants it is as if its 1 MB came first. */
    int mostRead = Integer.MAX_VALUE;
    private final Variables variables = new Variables(Map.of());
    private final String table = tables.events();
    final RecordEvent record = recording(0);
    final RecordEvents recordBatch = new RecordEvents(variables, recorder(0));
    final QueryEvents query = new QueryEvents(variables,
            new Events(new Reading(), table, null, Event.NAME, () -> now));
    final ListEventsOnDate onDate = new ListEventsOnDate(variables,
            new Events(new Reading(), table, Tables.BY_DATE, Event.DATE, () -> now));

    private final class Reading implements DynamoDbClient {
        @Override
        public QueryResponse query(QueryRequest request) {
            var limit = request.limit();
            return tables.client().query(limit == null || limit <= mostRead
                    ? request
                    : request.toBuilder().limit(mostRead).build());
        }

        @Override
        public String serviceName() {
            return tables.client().serviceName();
        }

        @Override
        public void close() {
            tables.client().close();
        }
    }

    String table() {
        return table;
    }

    Recorder recorder(int retentionDays) {
        return new Recorder(tables.client(), table, new EventReader(() -> now, retentionDays));
    }

    RecordEvent recording(int retentionDays) {
        return new RecordEvent(variables, recorder(retentionDays));
    }

    RecordEvents recordingBatches(DynamoDbClient client) {
        return new RecordEvents(variables, new Recorder(client, table, recorder(0).reader()));
    }

    Answer record(String json) {
        return Call.withBody(json).to(record);
    }

    void recorded(String event, String timestamp, String id) {
        assertThat(record("{\"event\":\"" + event + "\",\"timestamp\":\"" + timestamp + "\",\"id\":\"" + id + "\"}")
                .status()).isEqualTo(201);
    }

    Answer recordBatch(String json) {
        return Call.withBody(json).to(recordBatch);
    }

    /** @param query name and value by turns */
    Answer query(String event, String... query) {
        return with(Call.of().path("event", event), query).to(this.query);
    }

    Answer onDate(String... query) {
        return with(Call.of(), query).to(onDate);
    }

    private static Call with(Call call, String... query) {
        for (var i = 0; i < query.length; i += 2) {
            call.query(query[i], query[i + 1]);
        }
        return call;
    }

    static List<String> ids(Answer answer) {
        return answer.items().stream().map(item -> item.get("id").textValue()).toList();
    }
}
