package basics.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Builds pages from given slices: how many items are requested, and where a page ends. */
class PageTest {
    /** Lambda's limit for a response, less the space for everything but the items. */
    private static final int LARGEST = 6_291_556 - 16_384;

    /** Shows an item as its text, and a cursor as {@code after} and the text. */
    private static final Page.View VIEW = new Page.View() {
        @Override
        public byte[] show(Map<String, AttributeValue> item) {
            return text(item).getBytes(UTF_8);
        }

        @Override
        public String cursor(Map<String, AttributeValue> item) {
            return "after " + text(item);
        }
    };

    private final List<Slice> slices = new ArrayList<>();
    private final List<@Nullable Integer> asked = new ArrayList<>();
    private final List<Map<String, AttributeValue>> starts = new ArrayList<>();

    private static String text(Map<String, AttributeValue> item) {
        return item.values().iterator().next().s();
    }

    private static Map<String, AttributeValue> item(String text) {
        return Map.of("t", AttributeValue.fromS(text));
    }

    private static Map<String, AttributeValue> numbered(int number) {
        return item(Integer.toString(number));
    }

    /**
     * A slice of items with these numbers, out of {@code scanned} items read. An empty {@code end} means no last key.
     */
    private PageTest slice(int scanned, String end, int... numbers) {
        var items = new ArrayList<Map<String, AttributeValue>>();
        for (var number : numbers) {
            items.add(numbered(number));
        }
        slices.add(new Slice(items, end.isEmpty() ? Map.of() : item(end), scanned));
        return this;
    }

    private String page(@Nullable Integer limit) throws IOException {
        var next = slices.iterator();
        return new String(Page.read((most, start) -> {
            asked.add(most);
            starts.add(start);
            return next.next();
        }, Map.of(), limit, VIEW), UTF_8);
    }

    private static String json(String items, int count, int scanned, String cursor) {
        return "{\"items\":[" + items + "],\"count\":" + count + ",\"scanned_count\":" + scanned
                + (cursor.isEmpty() ? "" : ",\"next_cursor\":\"" + cursor + "\"") + "}";
    }

    @Test
    void shouldRequestOneItemMoreThanItShows() throws IOException {
        assertThat(slice(3, "x", 1, 2, 3).page(2)).isEqualTo(json("1,2", 2, 2, "after 2"));
        assertThat(asked).containsExactly(3);
    }

    @Test
    void shouldEndWithoutACursorWhenNothingFollows() throws IOException {
        assertThat(slice(2, "", 1, 2).page(2)).isEqualTo(json("1,2", 2, 2, ""));
        assertThat(asked).containsExactly(3);
    }

    /** The slice ended at DynamoDB's 1 MB. That closes the page, and one more item shows whether anything follows. */
    @Test
    void shouldReadOneMoreItemAfterAMegabyte() throws IOException {
        assertThat(slice(2, "x", 1, 2).slice(1, "y", 3).page(5)).isEqualTo(json("1,2", 2, 2, "after x"));
        assertThat(asked).containsExactly(6, 1);
        assertThat(starts).containsExactly(Map.of(), item("x"));
    }

    @Test
    void shouldEndWithoutACursorWhenNothingFollowsAMegabyte() throws IOException {
        assertThat(slice(2, "x", 1, 2).slice(0, "").page(5)).isEqualTo(json("1,2", 2, 2, ""));
    }

    /** The same for a full page whose slice had gaps. */
    @Test
    void shouldReadOnAfterAFullPageWithGaps() throws IOException {
        assertThat(slice(3, "x", 1, 2).slice(4, "y").slice(1, "", 3).page(2)).isEqualTo(json("1,2", 2, 7, "after y"));
        assertThat(asked).containsExactly(3, 2, 16);
    }

    private PageTest merged(Slice.Rest rest, int scanned, String end, int... numbers) {
        slice(scanned, end, numbers);
        var slice = slices.removeLast();
        slices.add(new Slice(slice.items(), slice.lastKey(), scanned, rest));
        return this;
    }

    @Test
    void shouldNotReadOnWhenItIsKnownThatMoreFollows() throws IOException {
        assertThat(merged(Slice.Rest.MORE, 3, "x", 1, 2).page(2)).isEqualTo(json("1,2", 2, 3, "after x"));
        assertThat(asked).containsExactly(3);
    }

    @Test
    void shouldFillThePageFromPartsAndFindOutWhetherMoreFollows() throws IOException {
        merged(Slice.Rest.PARTIAL, 2, "x", 1, 2).merged(Slice.Rest.PARTIAL, 1, "y", 3)
                .merged(Slice.Rest.PARTIAL, 2, "z").merged(Slice.Rest.MORE, 0, "z");

        assertThat(page(3)).isEqualTo(json("1,2,3", 3, 5, "after z"));
        assertThat(asked).containsExactly(4, 2, 1, 8);
    }

    /** The filter left out two of three, so three times the missing number is requested. */
    @Test
    void shouldRequestEnoughItemsToFillThePage() throws IOException {
        assertThat(slice(6, "x", 1, 2).slice(12, "", 3, 4).page(5)).isEqualTo(json("1,2,3,4", 4, 18, ""));
        assertThat(asked).containsExactly(6, 12);
    }

    @Test
    void shouldRoundUpTheNumberOfRequestedItems() throws IOException {
        assertThat(slice(5, "x", 1, 2).slice(0, "").page(4)).isEqualTo(json("1,2", 2, 5, ""));
        assertThat(asked).containsExactly(5, 8);
    }

    @Test
    void shouldRequestFourTimesAsManyAfterASliceOfNothing() throws IOException {
        slice(3, "x").slice(12, "y").slice(48, "", 1).page(2);

        assertThat(asked).containsExactly(3, 12, 48);
    }

    @Test
    void shouldNeverRequestFewerItemsThanAreMissing() throws IOException {
        slice(1, "x").slice(0, "").page(9);

        assertThat(asked).containsExactly(10, 10);
    }

    @Test
    void shouldEndWithACursorAfterEightCallsEvenWhenEmpty() throws IOException {
        for (var i = 1; i <= 8; i++) {
            slice(10, "x" + i);
        }

        assertThat(page(2)).isEqualTo(json("", 0, 80, "after x8"));
        assertThat(asked).hasSize(8);
    }

    @Test
    void shouldEndWithoutACursorWhenTheEighthCallIsTheLast() throws IOException {
        for (var i = 1; i < 8; i++) {
            slice(10, "x" + i);
        }

        assertThat(slice(10, "", 1).page(2)).isEqualTo(json("1", 1, 80, ""));
    }

    @Test
    void shouldReadOnForAnyNumberOfCallsWithoutALimit() throws IOException {
        for (var i = 1; i <= 9; i++) {
            slice(1, i == 9 ? "" : "x", i);
        }

        assertThat(page(null)).isEqualTo(json("1,2,3,4,5,6,7,8,9", 9, 9, ""));
        assertThat(asked).hasSize(9).containsOnlyNulls();
    }

    /** The body is a string in Lambda's response: each comma counts once, each quote and backslash twice. */
    @Test
    void shouldFillAResponseToTheByte() throws IOException {
        var first = "\"\\".repeat(1_000_000) + "x".repeat(LARGEST - 4_000_000 - 1 - 10);

        assertThat(full(first, "y".repeat(9))).endsWith("],\"count\":2,\"scanned_count\":2}");
        assertThat(full(first, "y".repeat(10))).contains("],\"count\":1,\"scanned_count\":1,\"next_cursor\":\"after ");
    }

    /** However large the item is. With an empty page, paging would never end. */
    @Test
    void shouldShowAtLeastOneItem() throws IOException {
        assertThat(full("x".repeat(LARGEST + 1), "y")).contains("],\"count\":1,");
    }

    private String full(String first, String second) throws IOException {
        slices.clear();
        slices.add(new Slice(List.of(item(first), item(second)), Map.of()));
        return page(null);
    }
}
