package basics.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import basics.testing.MarkdownTable;

/**
 * Measures and computes the tables of {@code docs/events-at-scale.md}, and draws its pictures. A difference fails, and
 * the failure shows the right rows. {@code -Dpictures=docs/pictures} renews the pictures.
 */
class EventsAtScaleTest {
    private static final String PAGE = "events-at-scale.md";
    private static final List<Integer> SHARDS = List.of(1, 4, 16);
    /** About what a second brings at which so many shards pay. */
    private static final int MANY = 10_000;
    /** Enough that each of 16 shards has several for each page. */
    private static final int FEW = 1_000;
    /** Events a second, as many as a batch of the stream has. */
    private static final int AT_ONCE = 500;
    private static final List<Rate> RATES = List.of(Rate.perMinute(600), Rate.perMinute(6_000),
            Rate.perMinute(60_000), Rate.perMinute(300_000), Rate.perMinute(1_000_000));

    /** By the number of shards and the attribute. */
    private static final Map<Integer, Map<String, Map<String, Integer>>> SPREAD = SHARDS.stream()
            .collect(Collectors.toMap(shards -> shards, shards -> HotName.spread(shards, MANY)));

    private static void compare(String heading, List<List<String>> measured) {
        assertThat(MarkdownTable.rows(PAGE, heading)).isEqualTo(measured);
    }

    private static Map<Integer, Map<String, Integer>> spread(String partitionKey) {
        var spread = new LinkedHashMap<Integer, Map<String, Integer>>();
        SHARDS.forEach(shards -> spread.put(shards,
                Objects.requireNonNull(SPREAD.get(shards)).getOrDefault(partitionKey, Map.of())));
        return spread;
    }

    @TestFactory
    Stream<DynamicTest> shouldSpreadANameAndADayAsThePageSays() {
        return Stream.of("event", "date").map(key -> DynamicTest.dynamicTest(key,
                () -> compare("## How evenly events spread", spread(key).entrySet().stream()
                        .map(shards -> List.of(shards.getKey().toString(),
                                Integer.toString(shards.getValue().size()),
                                Share.largest(shards.getValue()), Share.fitting(shards.getValue())))
                        .toList())));
    }

    @Test
    void shouldReadForTheUnitsOfThePage() throws IOException {
        var rows = Stream.of(List.of("queryEvents", "a page of 100"), List.of("queryEvents", "the latest event"),
                List.of("listEventsOnDate", "a page of 100"), List.of("countEvents", "a day by hour"))
                .<List<String>>map(ArrayList::new).toList();
        for (var shards : SHARDS) {
            var hot = new HotName(shards).recorded(FEW);
            rows.get(0).addAll(hot.read("basics.events.QueryEvents", 100, "limit", "100").cells());
            rows.get(1).addAll(hot.read("basics.events.QueryEvents", 1, "limit", "1", "order", "desc").cells());
            rows.get(2).addAll(
                    hot.read("basics.events.ListEventsOnDate", 100, "limit", "100", "date", "2026-11-22").cells());
            rows.get(3).addAll(
                    hot.read("basics.counts.CountEvents", 24, "from", "2026-11-22", "to", "2026-11-23").cells());
        }

        compare("## What a read costs", rows);
        picture("scale-reads", Pictures.reads(rows, SHARDS));
    }

    /** The arithmetic takes the units of a small event from there. */
    @Test
    void shouldTakeTheUnitsThatAccessPatternsHave() {
        assertThat(MarkdownTable.rows("access-patterns.md", "### Events"))
                .contains(List.of("recordEvent", "a small event", "–", "1", "–", "1"));
        assertThat(MarkdownTable.rows("access-patterns.md", "### Batches"))
                .anyMatch(row -> row.get(1).equals("10 small events") && row.getLast().equals("20"));
    }

    @Test
    void shouldNeedWhatThePageSays() {
        compare("## From one machine to a million events a minute", RATES.stream().map(Rate::needs).toList());
    }

    @Test
    void shouldCountForTheUnitsOfThePage() {
        var hot = new HotName(1);

        compare("## What counting costs", Stream.of(1, 10, 100, 800)
                .map(rate -> List.of(rate.toString(), hot.counting(rate).toPlainString())).toList());
    }

    /** One name, some names, and no two events of one name. */
    @Test
    void shouldCountManyNamesForTheUnitsOfThePage() {
        compare("### Few names or many", Stream.of(1, 50, AT_ONCE).map(names -> {
            var row = new ArrayList<>(List.of(names == AT_ONCE ? "each its own" : names.toString()));
            SHARDS.forEach(shards -> row.addAll(HotName.counting(shards, names, AT_ONCE).cells()));
            return (List<String>) row;
        }).toList());
    }

    /** The arithmetic of sizes agrees with what DynamoDB Local counts. */
    @Test
    void shouldCountForTheSameUnitsByArithmetic() {
        var hot = new HotName(1);

        assertThat(Stream.of(10, 100).map(rate -> HotName.counting(1, 1, rate).units()).toList())
                .isEqualTo(Stream.of(10, 100).map(hot::counting).toList());
    }

    @Test
    void shouldCostWhatThePageSays() {
        var prices = MarkdownTable.rows("cost.md", "## Prices").stream()
                .collect(Collectors.toMap(List::getFirst, row -> new BigDecimal(row.get(1))));
        var hot = new HotName(1);

        compare("## What it costs a month",
                RATES.stream().map(rate -> rate.price(prices, hot.counting(rate.perKey()), hot.counting(1))).toList());
    }

    @Test
    void shouldShowTheSpread() throws IOException {
        picture("scale-spread", Pictures.spread(spread("event")));
    }

    @Test
    void shouldShowTheRates() throws IOException {
        picture("scale-rates", Pictures.rates(RATES));
    }

    private static void picture(String name, String svg) throws IOException {
        var folder = System.getProperty("pictures");
        if (folder != null) {
            Files.writeString(Path.of("..", folder, name + ".svg"), svg);
        }
        assertThat(Path.of("../docs/pictures", name + ".svg"))
                .as("mvn -pl functions test -Dtest=EventsAtScaleTest -Dpictures=docs/pictures draws it anew")
                .hasContent(svg);
    }
}
