package basics.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import basics.testing.Answer;
import basics.testing.Filling;

/**
 * More consecutive expired events than a page reads. DynamoDB Local counts its 1 MB after the filter, so the test
 * limits each read.
 */
@ParameterizedClass(name = "{0} shards")
@ValueSource(ints = {1, 3})
class PageBoundTest {
    /** The most reads for a page, as in {@code basics.pages.Page}. Each calls all shards at once. */
    private static final int READS = 8;
    private static final int EXPIRED = 2_000;

    private final EventCalls calls;
    private final int shards;

    PageBoundTest(int shards) {
        this.shards = shards;
        calls = new EventCalls(shards);
        calls.mostRead = 100 / shards;
        // The first request of a function also reads the table's record of shards, and each one does while that is empty.
        calls.entered();
        assertThat(calls.query("e").items()).isEmpty();
    }

    /** Pages of one event, to the last. */
    private List<Answer> pages(String order) {
        var pages = new ArrayList<Answer>();
        String cursor = null;
        do {
            calls.tables.forgetResponses();
            pages.add(cursor == null
                    ? calls.query("e", "order", order, "limit", "1")
                    : calls.query("e", "order", order, "limit", "1", "cursor", cursor));
            assertThat(calls.tables.responses()).hasSizeLessThanOrEqualTo(READS * shards);
            cursor = pages.getLast().nextCursor();
        } while (cursor != null);
        return pages;
    }

    @Test
    void shouldEndAPageWithACursorAndLoseNothing() {
        Filling.fill(calls.tables.client(), calls.table(),
                IntStream.rangeClosed(0, EXPIRED + 1)
                        .mapToObj(i -> EventCalls.stored(i, shards, i > 0 && i <= EXPIRED)));

        for (var order : List.of("asc", "desc")) {
            var pages = pages(order);

            assertThat(pages).hasSizeGreaterThan(2);
            assertThat(pages.stream().map(EventCalls::ids).flatMap(List::stream)).containsExactlyInAnyOrder("id-0",
                    "id-" + (EXPIRED + 1));
            assertThat(pages).anySatisfy(page -> assertThat(page.items()).isEmpty());
            assertThat(pages.stream().mapToInt(page -> page.json().get("scanned_count").intValue()).sum())
                    .isEqualTo(EXPIRED + 2);
        }
    }

    @Test
    void shouldEndWithoutAnItemWhenAllHaveExpired() {
        Filling.fill(calls.tables.client(), calls.table(),
                IntStream.range(0, EXPIRED).mapToObj(i -> EventCalls.stored(i, shards, true)));

        var pages = pages("asc");

        assertThat(pages).hasSizeGreaterThan(1).allSatisfy(page -> assertThat(page.items()).isEmpty());
    }
}
