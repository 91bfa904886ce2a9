package basics.embedded.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.template.Json;

class TableListTest {
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
    void shouldTellKeysItemsAndSettings() {
        stored.put(Stored.TABLE, "a", 3, item -> item.putObject("day").put("S", "monday"));
        stored.put(Stored.TABLE, "b", 2, item -> {});

        var table = table(Stored.TABLE);

        assertThat(table.path("keys")).hasToString(
                "[{\"name\":\"sensor\",\"type\":\"S\"},{\"name\":\"no\",\"type\":\"N\"}]");
        assertThat(table.path("items").asInt()).isEqualTo(5);
        // sensor + 1 letter, no + a number of 2 bytes; day + monday
        assertThat(table.path("bytes").asInt()).isEqualTo(5 * (6 + 1 + 2 + 2) + 3 * (3 + 6));
        assertThat(table.path("stream").asText()).isEqualTo("NEW_IMAGE");
        assertThat(table.path("timeToLive").asText()).isEmpty();
        assertThat(table.path("billing").asText()).isEqualTo("PAY_PER_REQUEST");
    }

    @Test
    void shouldTellOfAnIndex() {
        var index = table(Stored.TABLE).path("indexes").path(0);

        assertThat(index.path("name").asText()).isEqualTo("by-day");
        assertThat(index.path("keys")).hasToString("[{\"name\":\"day\",\"type\":\"S\"}]");
        assertThat(index.path("projection").asText()).isEqualTo("ALL");
    }

    @Test
    void shouldTellOfTheTemplatesTables() {
        var name = stored.reads().tables().stream().filter(table -> table.contains("Things")).findFirst()
                .orElseThrow();

        assertThat(table(name).path("timeToLive").asText()).isEqualTo("expires");
        assertThat(table(name).path("label").asText()).isEqualTo("label of " + name);
    }

    private static JsonNode table(String name) {
        var list = Stored.read(new TableList(stored.reads(), table -> "label of " + table), Map.of());
        return Json.list(list.path("tables")).stream().filter(table -> table.path("name").asText().equals(name))
                .findFirst().orElseThrow();
    }
}
