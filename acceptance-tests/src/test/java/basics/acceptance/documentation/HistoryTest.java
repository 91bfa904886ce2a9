package basics.acceptance.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final RunLine OLD = line("a", "2026-11-22T10:00:00Z", 10, 0);
    private static final RunLine NEW = line("b", "2026-11-23T10:00:00Z", 20, 0);

    @TempDir
    private Path folder;

    @Test
    void shouldGoOnFromAFile() {
        new History(List.of()).with(List.of(OLD)).write(folder.resolve("history.ndjson"));

        var history = History.read(folder.resolve("history.ndjson")).with(List.of(NEW));

        assertThat(history.lines()).containsExactly(OLD, NEW);
    }

    @Test
    void shouldBeginWhereThereIsNoFile() {
        assertThat(History.read(folder.resolve("history.ndjson")).lines()).isEmpty();
    }

    @Test
    void shouldKeepTheNewestRunOfACommit() {
        var again = line("a", "2026-11-24T10:00:00Z", 11, 0);

        assertThat(new History(List.of(OLD, NEW)).with(List.of(again)).lines()).containsExactly(NEW, again);
    }

    @Test
    void shouldLeaveOutARunOfChosenScenarios() {
        assertThat(new History(List.of(OLD)).with(List.of(line("b", "2026-11-23T10:00:00Z", 1, 19))).lines())
                .containsExactly(OLD);
    }

    @Test
    void shouldDrawMoreHigherAndLaterFurtherRight() {
        var points = new History(List.of(OLD, NEW)).curves().getFirst().points();

        assertThat(points).extracting(Curve.Point::x).containsExactly(5, Curve.WIDTH - 5);
        assertThat(points).extracting(Curve.Point::y).containsExactly(Curve.HEIGHT - 5, 5);
    }

    private static RunLine line(String commit, String when, int passed, int notRun) {
        return new RunLine("embedded", commit, when, 1, passed, 0, 0, 0, notRun);
    }
}
