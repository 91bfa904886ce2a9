package basics.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Counts again what the function had to give up, against the real template on this machine. */
class ReplayIT {
    private static Stage stage;

    @BeforeAll
    static void start() throws IOException {
        stage = Stage.start();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static List<String> replay(boolean settles, boolean forget) {
        var lines = new ArrayList<String>();
        var settings = Settings.of(Map.of("forget", Boolean.toString(forget))::get);
        assertThat(new Replay(stage.service, settings, _ -> {}, lines::add).run()).isEqualTo(settles);
        return lines;
    }

    @Test
    void shouldCountWhatWasPutAsideOnce() throws Exception {
        var order = stage.poison("broken button");
        stage.record("broken button", 10, 1);
        stage.record("whole button", 10, 1, 2, 3);
        stage.awaitCounted("whole button", 10, 3);
        stage.awaitPutAside(1);
        stage.end(order);
        var message = stage.service.queue().some().getFirst();
        // As by a run that was stopped.
        assertThat(replay(false, false)).anyMatch(line -> line.startsWith("About 1 messages are hidden"));
        stage.service.queue().release(message.receiptHandle());
        assertThat(stage.counted("broken button", 10)).isZero();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new Repair(stage.service,
                Settings.of(
                        Map.of("name", "broken button", "from", Stage.DAY, "to", "2026-11-23", "apply", "true")::get),
                _ -> {}, _ -> {}).run()).withMessageContaining("mvn -Preplay");

        assertThat(replay(true, false))
                .containsExactly("1 failed batches are settled: 1 events counted now, 0 records were counted before.");
        assertThat(stage.counted("broken button", 10)).isEqualTo(1);
        assertThat(stage.counted("whole button", 10)).isEqualTo(3);
        assertThat(replay(true, false)).singleElement().asString()
                .startsWith("The queue of failed batches is empty: nothing to do.");

        stage.send(message.body());
        assertThat(replay(true, false))
                .endsWith("1 failed batches are settled: 0 events counted now, 1 records were counted before.");
        assertThat(stage.counted("broken button", 10)).isEqualTo(1);

        // Of a batch that had more records than the stream, at its end or as far as it goes on.
        stage.send(message.body().replaceFirst("\"batchSize\":1", "\"batchSize\":2"));
        assertThat(replay(false, false)).anyMatch(line -> line.contains("the stream has lost 1 of their records"));
        assertThat(replay(true, true))
                .startsWith("1 failed batches are settled: 0 events counted now, 1 records were counted before.");
        stage.send(message.body().replaceFirst("\"batchSize\":1", "\"batchSize\":99")
                .replace("\"endSequenceNumber\":\"", "\"endSequenceNumber\":\"9"));
        assertThat(replay(true, true)).anyMatch(line -> line.contains("the stream has lost 95 of their records"));

        // A shard whose records are gone, as after 24 hours.
        stage.send(message.body().replaceFirst("\"shardId\":\"[^\"]+\"",
                "\"shardId\":\"shardId-00000000000000000000-00000000\""));
        stage.send("{\"not\": \"of Lambda\"}");
        assertThat(replay(false, false)).anyMatch(line -> line.contains("mvn -Prepair"))
                .anyMatch(line -> line.contains("not of Lambda"))
                .contains("2 stay in the queue, for the reasons above.");
        assertThat(replay(false, true)).contains("1 stay in the queue, for the reasons above.");
        assertThat(stage.putAside()).isEqualTo(1);
    }
}
