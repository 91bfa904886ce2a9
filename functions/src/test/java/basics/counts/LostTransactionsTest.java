package basics.counts;

import static basics.testing.LossyRelay.Fate.LOST_AFTER_IT_WAS_CARRIED_OUT;
import static basics.testing.LossyRelay.Fate.LOST_BEFORE_IT_IS_CARRIED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.dynamodb.FailingDynamoDb;
import basics.testing.LossyRelay;

/** The consumer with the functions' own client, when connections to DynamoDB break off. */
class LostTransactionsTest {
    private static final String TRANSACTION = "TransactWriteItems";

    private final CountCalls calls = new CountCalls();
    private final LossyRelay relay;
    private final KeepCounts consumer;

    LostTransactionsTest() throws IOException {
        relay = new LossyRelay(calls.tables.endpoint());
        consumer = calls.consumer(FailingDynamoDb.client(relay.port()));
    }

    @AfterEach
    void close() {
        relay.close();
    }

    private Map<String, Integer> counted() {
        return CountCalls.counted(calls.count("e", "from", "2026-11-22", "to", "2026-11-23"));
    }

    private void record(int from, int to) {
        IntStream.range(from, to).forEach(i -> calls.record(CountCalls.event("e", "2026-11-22T10:15:30Z", "id" + i)));
    }

    /** The SDK makes three attempts with one token, of which DynamoDB carries out one. Then a new attempt begins. */
    @ParameterizedTest
    @CsvSource({"LOST_BEFORE_IT_IS_CARRIED_OUT, 1", "LOST_BEFORE_IT_IS_CARRIED_OUT, 4",
        "LOST_AFTER_IT_WAS_CARRIED_OUT, 1", "LOST_AFTER_IT_WAS_CARRIED_OUT, 2", "LOST_AFTER_IT_WAS_CARRIED_OUT, 7"})
    void shouldCountOnceWhateverIsLost(LossyRelay.Fate fate, int times) {
        record(0, 3);
        for (var i = 0; i < times; i++) {
            relay.next(TRANSACTION, fate);
        }

        assertThat(calls.keep(consumer, calls.delivered())).isEmpty();

        assertThat(counted()).isEqualTo(Map.of("2026-11-22T10", 3));
        assertThat(relay.requests(TRANSACTION)).isGreaterThan(times);
    }

    @Test
    void shouldGoOnAfterAnotherConsumerCountedSomeOfTheRecords() {
        record(0, 2);
        var first = calls.delivered();
        record(2, 4);
        var second = calls.delivered(2);
        // The other one counts while this one's request is on its way.
        relay.next(TRANSACTION, LOST_BEFORE_IT_IS_CARRIED_OUT, () -> calls.keep(calls.consumer(), first));

        var all = new ArrayList<>(first);
        all.addAll(second);
        assertThat(calls.keep(consumer, all)).isEmpty();

        assertThat(counted()).isEqualTo(Map.of("2026-11-22T10", 4));
    }

    @Test
    void shouldReportWhatIsCountedButNeverAnsweredAndCountItNoMore() {
        record(0, 3);
        var records = calls.delivered();
        relay.others(_ -> LOST_AFTER_IT_WAS_CARRIED_OUT);

        assertThat(calls.keep(consumer, records)).hasSize(3);
        assertThat(calls.keep(calls.consumer(), records)).isEmpty();

        assertThat(counted()).isEqualTo(Map.of("2026-11-22T10", 3));
        assertThat(calls.log.lines().getLast()).contains(" counted=0 repeated=3 ");
    }
}
