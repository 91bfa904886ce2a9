package basics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import basics.testing.AccessPatterns;
import basics.testing.Answer;
import basics.testing.Call;

@Execution(ExecutionMode.CONCURRENT)
class EventsCapacityTest {
    private static final int SMALL = 10;
    /** The length of a text with which the whole event stays within 5 KB. */
    private static final int FIVE_KB = 4900;
    private static final int LARGE = 300 * 1024 - 200;
    private static final String NAME = "clicked button";

    private static String event(int id, int length) {
        return "{\"event\":\"clicked button\",\"id\":\"" + id + "\",\"text\":\"" + "x".repeat(length) + "\"}";
    }

    private static Answer record(EventCalls calls, int length) {
        return calls.record(event(1, length));
    }

    private static Answer recordBatch(EventCalls calls, int count, int length) {
        return calls.recordBatch(IntStream.range(0, count).mapToObj(id -> event(id, length))
                .collect(Collectors.joining(",", "{\"events\":[", "]}")));
    }

    /** Records one event at a time, since a batch of large events would be too large. */
    private static Consumer<EventCalls> events(int count, int length) {
        return calls -> IntStream.range(0, count)
                .forEach(id -> assertThat(calls.record(event(id, length)).status()).isEqualTo(201));
    }

    /** Records events of which all, or those with odd numbers, expire after a second. */
    private static void expiring(EventCalls calls, int count, boolean all) {
        for (var id = 0; id < count; id++) {
            var expiry = all || id % 2 == 1
                    ? ",\"expires_at\":" + calls.now.plusSeconds(1).getEpochSecond() + "}"
                    : "}";
            assertThat(calls.record(event(id, SMALL).replace("}", expiry)).status()).isEqualTo(201);
        }
        calls.now = calls.now.plusSeconds(1);
    }

    private static void alternating(EventCalls calls) {
        expiring(calls, 30, false);
    }

    private static void oldBehindExpired(EventCalls calls) {
        calls.recorded(NAME, "2026-11-22T09:00:00Z", "old");
        expiring(calls, 100, true);
    }

    private static Answer query(EventCalls calls) {
        return calls.query(NAME, "limit", "10");
    }

    private static Answer onDate(EventCalls calls) {
        return calls.onDate("date", "2026-11-22", "limit", "10");
    }

    @TestFactory
    Stream<DynamicTest> shouldConsumeTheDocumentedUnits() {
        return new AccessPatterns<>(EventCalls::new, calls -> calls.tables)
                .line("recordEvent: a small event", calls -> record(calls, SMALL), 201)
                .line("recordEvent: an event of 5 KB", calls -> record(calls, FIVE_KB), 201)
                .line("recordEvent: the same event again", events(2, SMALL), calls -> record(calls, SMALL), 200)
                .line("recordEvent: recorded with other attributes", events(2, SMALL), calls -> record(calls, 11), 409)
                .line("recordEvent: a small event in place of an expired one", calls -> expiring(calls, 2, true),
                        calls -> calls
                                .record(event(1, SMALL).replace("}", ",\"timestamp\":\"" + EventCalls.NOW + "\"}")),
                        201)
                .line("queryEvents: 10 small events of many", events(15, SMALL), EventsCapacityTest::query, 200)
                .line("queryEvents: 10 events of 5 KB of many", events(15, FIVE_KB), EventsCapacityTest::query, 200)
                .line("queryEvents: the latest of many small events", events(15, SMALL),
                        calls -> calls.query(NAME, "order", "desc", "limit", "1"), 200)
                .line("queryEvents: 10 events of 300 KB of many: 1 MB comes first", events(11, LARGE),
                        EventsCapacityTest::query, 200)
                .line("queryEvents: 10 small events of many, every other one expired",
                        EventsCapacityTest::alternating, EventsCapacityTest::query, 200)
                .line("queryEvents: the latest of many small events, 100 expired ones after it",
                        EventsCapacityTest::oldBehindExpired, calls -> calls.query(NAME, "order", "desc", "limit", "1"),
                        200)
                .line("queryEvents: no such event", EventsCapacityTest::query, 200)
                .line("listEventsOnDate: 10 small events of many", events(15, SMALL), EventsCapacityTest::onDate, 200)
                .line("listEventsOnDate: 10 events of 5 KB of many", events(15, FIVE_KB), EventsCapacityTest::onDate,
                        200)
                .line("listEventsOnDate: the latest of many small events", events(15, SMALL),
                        calls -> calls.onDate("date", "2026-11-22", "order", "desc", "limit", "1"), 200)
                .line("listEventsOnDate: 10 events of 300 KB of many: 1 MB comes first", events(11, LARGE),
                        EventsCapacityTest::onDate, 200)
                .line("listEventsOnDate: 10 small events of many, every other one expired",
                        EventsCapacityTest::alternating, EventsCapacityTest::onDate, 200)
                .line("listEventsOnDate: no event on that day", EventsCapacityTest::onDate, 200)
                .tests("Events");
    }

    @TestFactory
    Stream<DynamicTest> shouldConsumeForABatchWhatTheDocumentSays() {
        return new AccessPatterns<>(EventCalls::new, calls -> calls.tables)
                .line("recordEvents: 2 small events", calls -> recordBatch(calls, 2, SMALL), 200)
                .line("recordEvents: 10 small events", calls -> recordBatch(calls, 10, SMALL), 200)
                .line("recordEvents: 10 events of 5 KB", calls -> recordBatch(calls, 10, FIVE_KB), 200)
                .line("recordEvents: the same 10 events again", events(10, SMALL),
                        calls -> recordBatch(calls, 10, SMALL), 200)
                .line("recordEvents: 10 small events, 8 of them the same again", events(8, SMALL),
                        calls -> recordBatch(calls, 10, SMALL), 200)
                .line("recordEvents: 10 events, one recorded with other attributes", events(1, SMALL),
                        calls -> recordBatch(calls, 10, SMALL + 1), 409)
                .tests("Batches");
    }

    @Test
    void shouldLogTheIndexToo() {
        var call = Call.withBody(event(1, FIVE_KB));

        call.to(new EventCalls().record);

        assertThat(call.log().lines()).singleElement().asString()
                .startsWith(
                        "INFO operation=RecordEvent request_id=request-1 read_units=0.0 write_units=10.0 status=201 ");
    }
}
