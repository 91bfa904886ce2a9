package basics.embedded.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

class PartitionsTest {
    @TempDir
    private static Path folder;
    private static Stored stored;

    @BeforeAll
    static void start() {
        stored = Stored.start(folder);
    }

    @AfterAll
    static void stop() {
        stored.close();
    }

    @Test
    void shouldGroupItemsByPartitionKeyInTheOrderOfTheSortKey() {
        stored.createTable("grouped");
        stored.put("grouped", "a", 12, item -> {});
        stored.put("grouped", "b", 1, item -> {});

        var page = page("grouped", Map.of());

        assertThat(page.path("partitions")).hasSize(2);
        assertThat(partition(page, "a").path("count").asInt()).isEqualTo(12);
        assertThat(partition(page, "a").path("bytes").asInt()).isEqualTo(12 * (6 + 1 + 2 + 2));
        assertThat(partition(page, "a").path("items").findValuesAsText("N")).startsWith("1", "2", "3")
                .endsWith("10", "11", "12");
        assertThat(page.has("next")).isFalse();
    }

    @Test
    void shouldGroupByTheKeyOfAnIndex() {
        stored.createTable("indexed");
        stored.put("indexed", "a", 2, item -> item.putObject("day").put("S", "monday"));
        stored.put("indexed", "b", 1, item -> item.putObject("day").put("S", "monday"));
        stored.put("indexed", "c", 1, item -> {});

        var page = page("indexed", Map.of("index", "by-day"));

        // An item without the index's key isn't in the index.
        assertThat(page.path("partitions")).hasSize(1);
        assertThat(partition(page, "monday").path("count").asInt()).isEqualTo(3);
    }

    @Test
    void shouldGoOnBehindAPage() {
        stored.createTable("many");
        var sensors = Partitions.PARTITIONS + 3;
        for (var sensor = 0; sensor < sensors; sensor++) {
            stored.put("many", "s" + sensor, 2, item -> {});
        }

        var first = page("many", Map.of());
        var second = page("many", Map.of("after", first.path("next").toString()));

        assertThat(first.path("partitions")).hasSize(Partitions.PARTITIONS)
                .allMatch(each -> each.path("count").asInt() == 2);
        assertThat(second.path("partitions")).hasSize(3);
        assertThat(second.has("next")).isFalse();
        var values = new HashSet<>(values(first));
        values.addAll(values(second));
        assertThat(values).hasSize(sensors);
    }

    @Test
    void shouldCountMoreItemsThanItShowsAndGiveTheNextOnes() {
        stored.createTable("long");
        stored.put("long", "a", Partition.ITEMS + 5, item -> {});

        var partition = partition(page("long", Map.of()), "a");
        var last = partition.path("items").path(Partition.ITEMS - 1).path("attributes");
        var more = Stored.read(new MoreItems(stored.reads()), Map.of("table", "long", "partition",
                partition.path("value").toString(), "after", last.toString()));

        assertThat(partition.path("count").asInt()).isEqualTo(Partition.ITEMS + 5);
        assertThat(partition.path("items")).hasSize(Partition.ITEMS);
        assertThat(more.path("items")).hasSize(5).first()
                .matches(item -> item.at("/attributes/no/N").asInt() == Partition.ITEMS + 1);
        assertThat(more.has("next")).isFalse();
    }

    @Test
    void shouldEndAfterAFewMegabytes() {
        stored.createTable("large");
        stored.put("large", "a", 10, item -> item.putObject("text").put("S", "x".repeat(300_000)));

        var first = page("large", Map.of());
        var second = page("large", Map.of("after", first.path("next").toString()));

        assertThat(partition(first, "a").path("count").asInt()).isBetween(6, 9);
        assertThat(partition(first, "a").path("count").asInt() + partition(second, "a").path("count").asInt())
                .isEqualTo(10);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void shouldShowValuesOfEachTypeWithTheKeysFirst() {
        stored.createTable("types");
        var others = """
            {"binary":{"B":"AQID"},"deep":{"M":{"list":{"L":[{"NULL":true},{"BOOL":false},{"N":"1.5"}]}}},"words":{"SS":["x"]}}""";
        stored.put("types", "a", 1,
                item -> item.setAll((com.fasterxml.jackson.databind.node.ObjectNode) Stored.json(others)));

        var attributes = page("types", Map.of()).at("/partitions/0/items/0/attributes");

        assertThat(attributes).hasToString("{\"sensor\":{\"S\":\"a\"},\"no\":{\"N\":\"1\"}," + others.substring(1));
    }

    @Test
    void shouldSayThatATableWasDeleted() {
        stored.createTable("deleted");
        stored.call("DeleteTable", "{\"TableName\": \"deleted\"}");

        assertThatThrownBy(() -> page("deleted", Map.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ResourceNotFoundException");
    }

    @Test
    void shouldSayThatThereIsNoSuchIndex() {
        assertThatThrownBy(() -> page(Stored.TABLE, Map.of("index", "by-night")))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("readings has no index by-night.");
    }

    private static JsonNode page(String table, Map<String, String> parameters) {
        var query = new HashMap<>(parameters);
        query.put("table", table);
        return Stored.read(new Partitions(stored.reads()), query);
    }

    private static JsonNode partition(JsonNode page, String value) {
        return StreamSupport.stream(page.path("partitions").spliterator(), false)
                .filter(partition -> partition.at("/value/S").asText().equals(value)).findFirst().orElseThrow();
    }

    private static List<String> values(JsonNode page) {
        return StreamSupport.stream(page.path("partitions").spliterator(), false)
                .map(partition -> partition.at("/value/S").asText()).toList();
    }
}
