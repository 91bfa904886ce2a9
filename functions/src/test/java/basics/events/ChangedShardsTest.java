package basics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.dynamodb.Values;
import basics.testing.Answer;
import basics.testing.Call;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** A deployment raises or lowers the number of shards. Events stay where they are, and are known all the same. */
class ChangedShardsTest {
    private final EventCalls one = new EventCalls();

    private static String event(String id, String more) {
        return "{\"event\":\"e\",\"timestamp\":\"2026-11-22T10:00:00Z\",\"id\":\"" + id + "\"" + more + "}";
    }

    private static String batch(int from, int to, String more) {
        return IntStream.range(from, to).mapToObj(i -> event("c-" + i, more))
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    }

    /** Puts an event into a shard, as functions of an earlier deployment could while another one began. */
    private void put(int shard, String time, String id, boolean expired) {
        var item = new LinkedHashMap<>(Map.of(Event.NAME, Values.text(ShardKey.of("e", shard)), Event.TIMESTAMP,
                Values.text(time + "#" + id), Event.DATE, Values.text(ShardKey.of("2026-11-22", shard))));
        if (expired) {
            item.put(Event.EXPIRES_AT, AttributeValue.fromN(Long.toString(EventCalls.NOW.getEpochSecond())));
        }
        one.tables.client().putItem(put -> put.tableName(one.table()).item(item));
    }

    private static List<String> paged(EventCalls calls, String order, int limit, boolean byName) {
        var ids = new ArrayList<String>();
        String cursor = null;
        do {
            var parameters = new ArrayList<>(List.of("order", order, "limit", Integer.toString(limit)));
            if (cursor != null) {
                parameters.addAll(List.of("cursor", cursor));
            }
            if (!byName) {
                parameters.addAll(List.of("date", "2026-11-22"));
            }
            var page = byName
                    ? calls.query("e", parameters.toArray(String[]::new))
                    : calls.onDate(parameters.toArray(String[]::new));
            ids.addAll(EventCalls.ids(page));
            cursor = page.nextCursor();
        } while (cursor != null);
        return ids;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100})
    void shouldKnowABatchThatWasRecordedUnderAnotherNumber(int number) {
        assertThat(one.deployed(16).recordBatch(batch(0, 90, "")).body()).isEqualTo("{\"recorded\":90}");
        var changed = one.deployed(number);

        assertThat(changed.recordBatch(batch(10, 100, "")).body()).isEqualTo("{\"recorded\":90}");
        assertThat(changed.record(event("c-1", "")).status()).isEqualTo(200);
        assertThat(changed.record(event("c-1", ",\"n\":1")).status()).isEqualTo(409);
        assertThat(paged(changed, "asc", 1000, true)).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void shouldRecordNothingOfABatchThatContradictsAnEventInAnotherPlace() {
        one.record(event("c-1", ",\"n\":1"));
        var changed = one.deployed(100);

        var answer = changed.recordBatch(batch(0, 3, ""));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errors()).containsExactly("/events/1");
        assertThat(EventCalls.ids(changed.query("e"))).containsExactly("c-1");
    }

    @Test
    void shouldReadOtherPlacesOnlyAfterAChange() {
        var calls = new EventCalls(4).entered();
        calls.record(event("c-0", ""));
        calls.tables.forgetResponses();

        calls.record(event("c-1", ""));
        calls.recordBatch(batch(2, 4, ""));

        assertThat(calls.tables.responses()).hasAtLeastOneElementOfType(PutItemResponse.class)
                .hasAtLeastOneElementOfType(TransactWriteItemsResponse.class)
                .doesNotHaveAnyElementsOfTypes(BatchGetItemResponse.class);
    }

    /** DynamoDB that leaves keys of a BatchGetItem unread: all but one, or all. */
    private final class Busy implements DynamoDbClient {
        private final DynamoDbClient client = one.tables.client();
        private final int done;
        private int calls;

        private Busy(int done) {
            this.done = done;
        }

        @Override
        public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
            calls++;
            var asked = Objects.requireNonNull(request.requestItems().get(one.table()));
            var keys = asked.keys();
            var left = keys.subList(Math.min(done, keys.size()), keys.size());
            var unread = left.isEmpty()
                    ? Map.of(one.table(), asked)
                    : Map.of(one.table(), asked.toBuilder().keys(left).build());
            var response = done == 0
                    ? BatchGetItemResponse.builder()
                    : client.batchGetItem(request.toBuilder().requestItems(Map.of(one.table(),
                            asked.toBuilder().keys(keys.subList(0, Math.min(done, keys.size()))).build())).build())
                            .toBuilder();
            return (left.isEmpty() ? response : response.unprocessedKeys(unread)).build();
        }

        @Override
        public QueryResponse query(QueryRequest request) {
            return client.query(request);
        }

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            return client.putItem(request);
        }

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            return client.transactWriteItems(request);
        }

        @Override
        public String serviceName() {
            return client.serviceName();
        }

        @Override
        public void close() {
            client.close();
        }
    }

    @Test
    void shouldReadTheKeysThatDynamoDbLeft() {
        one.recordBatch(batch(0, 10, ""));
        var busy = new Busy(1);

        assertThat(Call.withBody(batch(0, 10, "")).to(one.deployed(100).recordingBatches(busy)).status())
                .isEqualTo(200);
        assertThat(busy.calls).isEqualTo(10);
        assertThat(paged(one.deployed(100), "asc", 1000, true)).hasSize(10);
    }

    @Test
    void shouldNotBeginToWriteWhenLookingElsewhereHasTakenTheTime() {
        one.record(event("c-1", ""));
        var changed = one.deployed(100);

        var answer = Call.withBody(batch(10, 14, "")).remainingMillis(4_999)
                .to(changed.recordingBatches(one.tables.client()));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(paged(changed, "asc", 1000, true)).hasSize(1);
    }

    @Test
    void shouldAskForARetryWhileDynamoDbLeavesAllKeys() {
        one.recordBatch(batch(0, 4, ""));
        var busy = new Busy(0);

        Answer answer = Call.withBody(batch(0, 4, "")).timeForRetries(8)
                .to(one.deployed(100).recordingBatches(busy));
        var hurried = Call.withBody(event("c-1", "")).remainingMillis(4_999).to(one.deployed(100).recording(busy));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(hurried.status()).isEqualTo(503);
        assertThat(busy.calls).isEqualTo(9 + 1);
        assertThat(paged(one, "asc", 1000, true)).hasSize(4);
    }

    /** Two functions, of the old and the new deployment, may record one event at the same moment. */
    @ParameterizedTest
    @ValueSource(strings = {"asc", "desc"})
    void shouldShowAnEventOnceThatLiesInTwoPlaces(String order) {
        one.deployed(4).entered();
        for (var shard : new int[]{0, 2, 3}) {
            put(shard, "2026-11-22T10:00:00.000000000Z", "twice", false);
        }
        put(1, "2026-11-22T09:00:00.000000000Z", "before", false);
        put(1, "2026-11-22T11:00:00.000000000Z", "behind", false);

        for (var limit : new int[]{1, 2, 3, 10}) {
            assertThat(paged(one, order, limit, true)).containsExactlyInAnyOrder("before", "twice", "behind");
        }
        assertThat(paged(one, order, 10, false)).containsExactlyInAnyOrder("before", "twice", "behind");
    }

    /** An event expires, and is recorded anew after a change of the number. TTL has not removed the old one yet. */
    @ParameterizedTest
    @ValueSource(strings = {"asc", "desc"})
    void shouldShowAnEventThatAlsoLiesExpiredInAnotherPlace(String order) {
        one.deployed(4).entered();
        for (var id : new String[]{"a", "b", "c"}) {
            for (var shard = 0; shard < 4; shard++) {
                put(shard, "2026-11-22T10:00:00.000000000Z", id, shard != (id.charAt(0) - 'a') + 1);
            }
        }

        for (var limit : new int[]{1, 2, 3, 10}) {
            assertThat(paged(one, order, limit, true)).containsExactlyInAnyOrder("a", "b", "c");
            assertThat(paged(one, order, limit, false)).containsExactlyInAnyOrder("a", "b", "c");
        }
    }

    /** Right after a change, one reader may know of more shards than the next. */
    @Test
    void shouldGoOnFromACursorOfAReaderThatKnowsOfMoreShards() {
        var first = one.onDate("date", "2026-11-22");
        assertThat(first.items()).isEmpty();
        var more = one.deployed(16);
        for (var i = 0; i < 20; i++) {
            more.record(event("c-" + i, ""));
        }
        var inOrder = EventCalls.ids(more.onDate("date", "2026-11-22"));
        var cursor = Objects.requireNonNull(more.onDate("date", "2026-11-22", "limit", "19").nextCursor());

        assertThat(EventCalls.ids(one.onDate("date", "2026-11-22", "cursor", cursor)))
                .containsExactly(inOrder.getLast());
    }

    /** Functions of the old deployment go on while those of the new one begin. */
    @ParameterizedTest
    @CsvSource({"1, 4", "4, 1", "4, 16"})
    void shouldShowAndKnowEachEventAtEachMomentOfAChange(int before, int after) {
        var old = one.deploying(before).entered();
        var raised = old.deploying(after);
        assertThat(old.query("e").items()).isEmpty();
        assertThat(old.onDate("date", "2026-11-22").items()).isEmpty();
        var written = new ArrayList<String>();

        for (var second = 0; second <= 33; second += 3) {
            for (var calls : List.of(old, raised)) {
                var other = calls == old ? raised : old;
                var id = "c-" + written.size();
                assertThat(calls.record(event(id, "")).status()).isEqualTo(201);
                written.add(id);

                assertThat(other.record(event(id, "")).status()).isEqualTo(200);
                assertThat(paged(other, "asc", 1000, true)).containsExactlyInAnyOrderElementsOf(written);
                assertThat(paged(other, "asc", 1000, false)).containsExactlyInAnyOrderElementsOf(written);
            }
            old.now = old.now.plusSeconds(3);
            raised.now = old.now;
        }

        assertThat(raised.shards().enter()).isEqualTo(after);
    }

    /** All old events lie in one shard of a hundred. */
    @Test
    void shouldFillAPageWithEventsOfOneShard() {
        one.recordBatch(batch(0, 100, ""));
        one.recordBatch(batch(100, 150, ""));
        var raised = one.deployed(100);
        raised.recordBatch("{\"events\":["
                + event("later", "").replace("10:00:00Z", "10:00:01Z") + "]}");

        var page = raised.query("e", "limit", "120");

        assertThat(page.items()).hasSize(120);
        assertThat(page.nextCursor()).isNotNull();
        assertThat(page.json().get("scanned_count").intValue()).isEqualTo(120);
        assertThat(EventCalls.ids(raised.query("e", "order", "desc", "limit", "1"))).containsExactly("later");
    }

    @Test
    void shouldReadTheRecordOnlyAtTheFirstRequest() {
        one.entered().record(event("c-1", ""));
        var calls = one.deployed(1);
        calls.tables.forgetResponses();
        calls.query("e");
        assertThat(calls.tables.responses()).hasSize(2);
        calls.tables.forgetResponses();

        calls.query("e");

        assertThat(calls.tables.responses()).hasSize(1);
    }

    @Test
    void shouldRefuseALongNameThatEndsLikeAShard() {
        var name = "x".repeat(2041);

        assertThat(one.record("{\"event\":\"" + name + "#1\"}").errors()).containsExactly("/event");
        assertThat(one.query(name + "#12").errors()).containsExactly("event");
        assertThat(one.record("{\"event\":\"" + name + "#1\"}").body()).contains("2042 bytes");
        assertThat(one.record("{\"event\":\"" + name + "#\"}").status()).isEqualTo(201);
        assertThat(one.record("{\"event\":\"" + name.substring(1) + "#1\"}").status()).isEqualTo(201);
    }
}
