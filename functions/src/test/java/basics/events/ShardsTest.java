package basics.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import basics.dynamodb.Setup;
import basics.dynamodb.Values;
import basics.http.Variables;
import basics.testing.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

class ShardsTest {
    private final Tables tables = new Tables();
    private final String table = EventCalls.table(tables);
    private Instant now = EventCalls.NOW;

    private Shards shards(String number) {
        return shards(number, tables.client());
    }

    private Shards shards(String number, DynamoDbClient client) {
        return Shards.of(new Setup(new Variables(Map.of("EVENT_SHARDS", number)), () -> now, null), client, table);
    }

    /** DynamoDB before whose first PutItem something happens. */
    private final class Late implements DynamoDbClient {
        private Runnable before;

        Late(Runnable before) {
            this.before = before;
        }

        @Override
        public QueryResponse query(QueryRequest request) {
            return tables.client().query(request);
        }

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            var happens = before;
            before = () -> {};
            happens.run();
            return tables.client().putItem(request);
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

    /** Where an event with the id {@code abc} goes, whose hash is ba7816bf, as in ShardKeyTest. */
    private static int place(Shards shards) {
        return Shards.place("e", "abc", shards.enter());
    }

    @Test
    void shouldReadWhatWasEverWritten() {
        assertThat(shards("").highest()).isEqualTo(1);
        assertThat(shards("4").keys("e")).containsExactly("e", "e#1", "e#2", "e#3");
        shards("16").enter();
        shards("2").enter();

        assertThat(shards("").highest()).isEqualTo(16);
        assertThat(shards("4").keys("a#7")).hasSize(16).startsWith("a#7#0", "a#7#1");
        assertThat(shards("20").highest()).isEqualTo(20);
        assertThat(shards("20").keys("x".repeat(2048))).containsExactly("x".repeat(2048));
    }

    @Test
    void shouldKnowEachPlaceThatAnEventMayHave() {
        shards("100").enter();
        shards("16").enter();
        shards("1").enter();
        now = now.plus(EventCalls.UNTIL_ALL_KNOW);

        assertThat(place(shards("16"))).isEqualTo(15);
        assertThat(shards("16").otherPlaces("e", "abc", 15)).containsExactly(0, (int) (0xba7816bfL % 100));
        assertThat(shards("1").otherPlaces("e", "abc", 0)).containsExactly(15, (int) (0xba7816bfL % 100));
        assertThat(Shards.place("x".repeat(2048), "abc", 16)).isZero();
        assertThat(shards("16").otherPlaces("x".repeat(2048), "abc", 0)).isEmpty();
    }

    @Test
    void shouldWriteUnderTheFirstNumberAtOnceAndUnderAnotherWhenEveryReaderKnowsOfIt() {
        var first = shards("16");
        assertThat(place(first)).isEqualTo(15);
        first.enter();
        assertThat(place(first)).isEqualTo(15);

        var raised = shards("100");
        raised.enter();
        var last = shards("");
        last.enter();
        now = now.plus(EventCalls.UNTIL_ALL_KNOW).minusNanos(1);
        assertThat(place(raised)).isEqualTo(15);
        assertThat(place(last)).isEqualTo(15);

        now = now.plusNanos(1);
        assertThat(place(raised)).isEqualTo((int) (0xba7816bfL % 100));
        assertThat(place(last)).isZero();
        // Whoever has not entered its own number yet, writes where all look.
        assertThat(place(shards("2"))).isEqualTo((int) (0xba7816bfL % 100));
    }

    @Test
    void shouldNotTakeItsNumberForTheFirstOneWhenAnotherCameBetween() {
        var late = shards("100");
        assertThat(late.keys("e")).hasSize(100);
        shards("16").enter();
        shards("100").enter();

        assertThat(place(late)).isEqualTo(15);
    }

    @Test
    void shouldHaveOneFirstNumberWhenTwoAreEnteredAtTheSameMoment() {
        // Both find the record empty, and one enters its number before the other.
        var slow = shards("16", new Late(() -> shards("4").enter()));

        assertThat(place(slow)).isEqualTo(place(shards("4")));
        now = now.plus(EventCalls.UNTIL_ALL_KNOW);
        assertThat(place(slow)).isEqualTo(15);
    }

    @Test
    void shouldKnowTheFirstNumberAtOnceWhenTheRecordWasEmptyBefore() {
        var reading = shards("");
        assertThat(reading.highest()).isEqualTo(1);
        assertThat(place(shards("16"))).isEqualTo(15);

        assertThat(reading.highest()).isEqualTo(16);
        assertThat(reading.otherPlaces("e", "abc", 0)).containsExactly(15);
    }

    @Test
    void shouldReadTheRecordAgainWhenItsNumberCouldNotBeEntered() {
        var late = shards("100", new Late(() -> {
            throw ProvisionedThroughputExceededException.builder().build();
        }));
        assertThatThrownBy(late::enter).isInstanceOf(ProvisionedThroughputExceededException.class);
        shards("16").enter();

        assertThat(place(late)).isEqualTo(15);
    }

    @Test
    void shouldReadTheRecordAgainWhenTheClockWasSetBack() {
        shards("").enter();
        var reading = shards("");
        assertThat(reading.highest()).isEqualTo(1);
        shards("4").enter();
        now = now.minusSeconds(60);

        assertThat(reading.highest()).isEqualTo(4);
    }

    @Test
    void shouldNotPutOffANumberThatAnotherEnvironmentHasEntered() {
        shards("16").enter();
        var late = shards("100");
        assertThat(place(late)).isEqualTo(15);
        shards("100").enter();
        now = now.plusSeconds(5);

        late.enter();

        assertThat(place(late)).isEqualTo(15);
        now = EventCalls.NOW.plus(EventCalls.UNTIL_ALL_KNOW);
        assertThat(place(late)).isEqualTo((int) (0xba7816bfL % 100));
    }

    @Test
    void shouldReadTheRecordOnceInTenSeconds() {
        shards("").enter();
        var reading = shards("");
        assertThat(reading.highest()).isEqualTo(1);
        shards("4").enter();

        now = now.plusSeconds(10).minusNanos(1);
        assertThat(reading.highest()).isEqualTo(1);
        now = now.plusNanos(1);
        tables.forgetResponses();
        assertThat(reading.highest()).isEqualTo(4);
        assertThat(reading.keys("e")).hasSize(4);
        assertThat(tables.responses()).hasSize(1);
    }

    @Test
    void shouldEnterANumberOnce() {
        var writing = shards("4");
        var other = shards("4");
        assertThat(other.highest()).isEqualTo(4);
        tables.forgetResponses();
        writing.enter();
        writing.enter();
        assertThat(tables.responses()).hasSize(3); // a Query before the PutItem, and one behind it
        // It doesn't know yet that the number has been entered.
        other.enter();

        assertThat(tables.client().scan(scan -> scan.tableName(table)).items()).containsExactly(
                Map.of("event", Values.text("."), "timestamp", Values.text("first"), "shards", Values.text("4")));
        assertThat(tables.client().scan(scan -> scan.tableName(table).indexName(EventCalls.BY_DATE)).items()).isEmpty();
        tables.forgetResponses();
        shards("4").enter();
        assertThat(tables.responses()).hasSize(1);
    }

    @Test
    void shouldSkipWhatItDoesNotKnow() {
        for (var other : List.of("shards#0", "shards#101", "shards#1000", "shards#", "2026", "first", "16")) {
            tables.client().putItem(put -> put.tableName(table)
                    .item(Map.of("event", Values.text("."), "timestamp", Values.text(other))));
        }
        assertThat(shards("").highest()).isEqualTo(1);

        tables.client().putItem(put -> put.tableName(table).item(Map.of("event", Values.text("."), "timestamp",
                Values.text("shards#16"), "from", Values.text("soon"))));
        assertThat(shards("").highest()).isEqualTo(16);
        assertThat(place(shards("2"))).isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "1.5", "a", " 1", "+1", "01"})
    void shouldNotStartWithAMalformedNumber(String number) {
        assertThatThrownBy(() -> shards(number)).hasMessageContaining("EVENT_SHARDS");
    }
}
