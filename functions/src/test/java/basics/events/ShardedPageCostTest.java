package basics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import basics.dynamodb.Capacity;
import basics.dynamodb.Values;
import basics.pages.Page;
import basics.testing.Filling;
import basics.testing.MarkdownTable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Compares the table of {@code docs/access-patterns.md} about pages over shards with DynamoDB's reports. The ids are
 * always the same, so the figures are too.
 */
class ShardedPageCostTest {
    /** Enough that no shard ends before the pages do. */
    private static final int EVENTS = 700;
    private static final int PAGES = 3;
    private static final int PAGE = 100;
    /** Bytes of an event without its text. */
    private static final int PLAIN = 85;
    private static final List<Integer> SHARDS = List.of(1, 4, 16, 100);
    private static final List<Integer> SIZES = List.of(150, 1000);

    private static Map<String, AttributeValue> event(int number, int shards, int size) {
        var id = "c-" + number;
        var shard = ShardKey.ofId(id, shards);
        return Map.of(Event.NAME, Values.text(ShardKey.of("clicked button", shard)), Event.TIMESTAMP,
                Values.text(SortKey.of(EventCalls.NOW.plusMillis(number), id).stored()), Event.DATE,
                Values.text(ShardKey.of("2026-11-22", shard)), "text", Values.text("x".repeat(size - PLAIN)));
    }

    /** Shows nothing, and notes where a page ended. */
    private static final class End implements Page.View {
        private Map<String, AttributeValue> position = Map.of();

        @Override
        public byte[] show(Map<String, AttributeValue> item) {
            return new byte[]{'0'};
        }

        @Override
        public String cursor(Map<String, AttributeValue> item) {
            position = Map.of(Event.TIMESTAMP, Values.text(Values.text(item, Event.TIMESTAMP)));
            return "";
        }
    }

    /** The mean figures of pages that follow each other. */
    private static List<String> measure(EventCalls calls, int pages, boolean newestFirst, int limit)
            throws IOException {
        var events = calls.byName();
        var tables = calls.tables;
        var query = new EventQuery("clicked button", new TimeRange(null, null), newestFirst, limit, null);
        events.shards().highest();
        tables.forgetResponses();
        var rounds = new int[1];
        var capacity = new Capacity();
        var end = new End();
        for (var page = 0; page < pages; page++) {
            var source = query.source(events, end.position, capacity);
            Page.read((most, start) -> {
                rounds[0]++;
                return source.read(most, start);
            }, end.position, limit, end);
        }
        var answers = tables.responses().stream().map(QueryResponse.class::cast).toList();
        return Stream.of(answers.size(), answers.stream().mapToInt(QueryResponse::scannedCount).sum(),
                capacity.readUnits(), rounds[0])
                .map(sum -> String.format(Locale.ROOT, "%.1f", sum.doubleValue() / pages).replace(".0", "")).toList();
    }

    private static Stream<List<String>> rows(int size) {
        return SHARDS.stream().flatMap(shards -> {
            var calls = new EventCalls(shards).entered();
            Filling.fill(calls.tables.client(), calls.table(),
                    IntStream.range(0, EVENTS).mapToObj(i -> event(i, shards, size)));
            return Stream.of(row(calls, shards, size, "100 events", PAGES, false, PAGE),
                    row(calls, shards, size, "the latest", 1, true, 1));
        });
    }

    private static List<String> row(EventCalls calls, int shards, int size, String what, int pages,
            boolean newestFirst, int limit) {
        try {
            var row = new ArrayList<>(List.of(size + " B", what, Integer.toString(shards)));
            row.addAll(measure(calls, pages, newestFirst, limit));
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldCostWhatTheDocumentSays() {
        assertThat(SIZES.stream().flatMap(ShardedPageCostTest::rows).toList())
                .isEqualTo(MarkdownTable.rows("access-patterns.md", "### A page over shards"));
    }
}
