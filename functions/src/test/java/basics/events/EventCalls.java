package basics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import basics.dynamodb.Setup;
import basics.dynamodb.Values;
import basics.http.Variables;
import basics.testing.Answer;
import basics.testing.Call;
import basics.testing.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Calls the events' handlers on a new table, with a clock that the test sets. */
final class EventCalls {
    static final String BY_DATE = "by-date";
    static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");
    /** How long after its entry a number takes effect. */
    static final Duration UNTIL_ALL_KNOW = Duration.ofSeconds(30);

    final Tables tables;
    Instant now = NOW;
    /** The most items that DynamoDB reads in a call. A small number simulates the 1 MB limit. */
    int mostRead = Integer.MAX_VALUE;
    private final String table;
    private final int shards;
    final RecordEvent record;
    final RecordEvents recordBatch;
    final QueryEvents query;
    final ListEventsOnDate onDate;

    EventCalls() {
        this(1);
    }

    /** @param shards the environment's number of shards */
    EventCalls(int shards) {
        this(new Tables(), shards);
    }

    private EventCalls(Tables tables, int shards) {
        this(tables, table(tables), shards);
    }

    private EventCalls(Tables tables, String table, int shards) {
        this.tables = tables;
        this.table = table;
        this.shards = shards;
        record = recording(0);
        recordBatch = recordingBatches(0);
        query = new QueryEvents(setup(new Reading(), 0));
        onDate = new ListEventsOnDate(setup(new Reading(), 0));
    }

    /** New functions, with another number of shards, for the same table, when it is in effect. */
    EventCalls deployed(int shards) {
        var calls = deploying(shards).entered();
        calls.now = now.plus(UNTIL_ALL_KNOW);
        return calls;
    }

    /** New functions, with another number of shards, for the same table and at the same time. */
    EventCalls deploying(int shards) {
        var calls = new EventCalls(tables, table, shards);
        calls.now = now;
        calls.mostRead = mostRead;
        return calls;
    }

    /** An event {@code e} as it lies in its shard: {@code id-<number>}, so many milliseconds after {@link #NOW}. */
    static Map<String, AttributeValue> stored(int number, int shards, boolean expired) {
        var id = "id-" + number;
        var shard = ShardKey.ofId(id, shards);
        var item = new LinkedHashMap<>(Map.of(Event.NAME, Values.text(ShardKey.of("e", shard)), Event.TIMESTAMP,
                Values.text(SortKey.of(NOW.plusMillis(number), id).stored()), Event.DATE,
                Values.text(ShardKey.of("2026-11-22", shard))));
        if (expired) {
            item.put(Event.EXPIRES_AT, AttributeValue.fromN(Long.toString(NOW.getEpochSecond())));
        }
        return item;
    }

    /** Enters the number of shards in the table's record, as the first write would. */
    EventCalls entered() {
        shards().enter();
        return this;
    }

    Shards shards() {
        return Shards.of(setup(tables.client(), 0), tables.client(), table);
    }

    /** Creates an events table. */
    static String table(Tables tables) {
        return tables.make("event", "timestamp", BY_DATE, "date");
    }

    static Setup setup(DynamoDbClient client, String table, int retentionDays, InstantSource clock) {
        return setup(client, table, retentionDays, 1, clock);
    }

    private static Setup setup(DynamoDbClient client, String table, int retentionDays, int shards,
            InstantSource clock) {
        return new Setup(new Variables(Map.of("EVENTS_TABLE", table, "EVENTS_BY_DATE_INDEX", BY_DATE,
                "EVENT_RETENTION_DAYS", retentionDays == 0 ? "" : Integer.toString(retentionDays), "EVENT_SHARDS",
                shards == 1 ? "" : Integer.toString(shards))), clock, client);
    }

    /** @param retentionDays 0 keeps events for ever */
    private Setup setup(DynamoDbClient client, int retentionDays) {
        return setup(client, table, retentionDays, shards, () -> now);
    }

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

    Events byName() {
        return Events.byName(setup(tables.client(), 0));
    }

    RecordEvent recording(int retentionDays) {
        return new RecordEvent(setup(tables.client(), retentionDays));
    }

    RecordEvent recording(DynamoDbClient client) {
        return new RecordEvent(setup(client, 0));
    }

    RecordEvents recordingBatches(int retentionDays) {
        return new RecordEvents(setup(tables.client(), retentionDays));
    }

    RecordEvents recordingBatches(DynamoDbClient client) {
        return new RecordEvents(setup(client, 0));
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

    /** @param query alternating names and values */
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
