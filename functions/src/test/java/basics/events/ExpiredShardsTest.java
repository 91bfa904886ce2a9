package basics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.testing.Filling;

/** Expired events that TTL has not removed yet lie before the events to show, in every shard. */
class ExpiredShardsTest {

    @ParameterizedTest(name = "{0} shards, {2} expired, pages of {1}")
    @CsvSource({"4, 1, 2000", "16, 1, 20", "16, 1, 2000", "16, 10, 300", "100, 1, 200", "100, 10, 2000"})
    void shouldFindTheLatestOnTheFirstPage(int shards, int limit, int expired) {
        var calls = new EventCalls(shards);
        Filling.fill(calls.tables.client(), calls.table(),
                IntStream.range(0, expired + limit).mapToObj(i -> EventCalls.stored(i, shards, i >= limit)));

        var page = calls.query("e", "order", "desc", "limit", Integer.toString(limit));

        assertThat(EventCalls.ids(page)).containsExactlyElementsOf(
                IntStream.range(0, limit).mapToObj(i -> "id-" + (limit - 1 - i)).toList());
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void shouldCountWhatItPassed() {
        var calls = new EventCalls(16);
        Filling.fill(calls.tables.client(), calls.table(),
                IntStream.range(0, 101).mapToObj(i -> EventCalls.stored(i, 16, i > 0)));

        var page = calls.query("e", "order", "desc", "limit", "1");

        assertThat(page.body()).contains("\"scanned_count\":101");
    }
}
