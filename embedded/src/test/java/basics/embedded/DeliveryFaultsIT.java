package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.fixture.Orders;
import basics.embedded.fixture.Streaming;

/** Faults that are ordered for deliveries of records with a key, and strike no others. */
class DeliveryFaultsIT {
    @TempDir
    private static Path directory;
    private static Streaming streaming;
    private static Streaming.Written notes;
    private static Orders door;

    private final String id = UUID.randomUUID().toString();
    private String order = "";

    @BeforeAll
    static void start() {
        streaming = Streaming.start(directory, template -> Streaming.sends(
                ((ObjectNode) template.at("/Resources/Stream/Properties")).put("MaximumRetryAttempts", 2)
                        .put("BisectBatchOnFunctionError", true)),
                Settings::withFaults);
        notes = streaming.table("Notes");
        door = new Orders(streaming.embedded().door().orElseThrow());
    }

    @AfterAll
    static void stop() {
        streaming.close();
    }

    @AfterEach
    void end() {
        door.end(order);
    }

    @Test
    void shouldDeliverABatchTwice() {
        order = delivery("TWICE", 1);

        notes.putTogether(id, id + "other");
        notes.awaitRecords(id);
        notes.put(id + "next");
        notes.awaitRecords(id + "next");

        assertThat(own()).containsExactly(List.of(id, id + "other"), List.of(id, id + "other"), List.of(id + "next"));
    }

    @Test
    void shouldTakeNoAnswerOfAFunctionThatItKills() {
        order = delivery("KILLED", 2);

        notes.put(id);
        notes.awaitRecords(id);
        notes.put(id + "next");
        notes.awaitRecords(id + "next");

        assertThat(own()).containsExactly(List.of(id), List.of(id), List.of(id), List.of(id + "next"));
    }

    @Test
    void shouldDeliverRecordsInOtherGroupsAndOutOfOrder() {
        order = delivery("REGROUPED", 1);

        notes.putTogether(id + 1, id + 2, id + 3, id);
        notes.awaitRecords(id);
        notes.put(id + "next");
        notes.awaitRecords(id + "next");

        assertThat(own()).containsExactly(List.of(id), List.of(id + 3, id + 2), List.of(id + 1),
                List.of(id + 1, id + 2, id + 3, id), List.of(id + "next"));
    }

    @Test
    void shouldCrashTheFunctionWithRecordsOfTheKeyUntilTheyAreGivenUp() {
        order = door.order("""
            {"functions": ["Taker"], "function": "CRASH", "delivery": {"key": "%s"}}""".formatted(id));

        notes.putTogether(id + 1, id);
        var message = streaming.awaitMessage("Notes");

        assertThat(message.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
        assertThat(message.at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(1);
        assertThat(own()).containsExactly(List.of(id + 1));
    }

    @Test
    void shouldLoseAnAnswerOfDynamoDbToTheKeysDeliveryOnly() {
        var name = "write:" + id;
        order = door.order("""
            {"functions": ["Taker"], "dynamoDb": {"kind": "ANSWER_LOST", "key": "%s", "calls": 1}}""".formatted(name));

        notes.put("write:" + id + "other");
        notes.put(name);
        notes.awaitRecords(name);

        assertThat(own()).containsExactly(List.of("write:" + id + "other"), List.of(name));
        await().atMost(Duration.ofMinutes(1)).untilAsserted(
                () -> assertThat(streaming.console())
                        .anyMatch(line -> line.startsWith("Taker ") && line.contains("IOException")));
    }

    @Test
    void shouldWantTheNameOfTheFunction() {
        assertThat(door.send("{\"delivery\": {\"kind\": \"TWICE\", \"key\": \"a\"}}", "application/json").body())
                .contains("delivery needs functions");
        assertThat(door.send("{\"functions\": [\"Taker\"], \"delivery\": {\"kind\": \"TWICE\"}}", "application/json")
                .body()).contains("delivery needs a key");
    }

    private String delivery(String kind, int times) {
        return door.order("""
            {"functions": ["Taker"], "delivery": {"kind": "%s", "key": "%s", "times": %d}}"""
                .formatted(kind, id, times));
    }

    /** The batches of this test. */
    private List<List<String>> own() {
        return notes.batches().stream().filter(batch -> batch.toString().contains(id)).toList();
    }
}
