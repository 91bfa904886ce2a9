package basics.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Repairs counters that were damaged by hand, against the real template on this machine. */
class RepairIT {
    private static final String NAME = "clicked button";
    private static Stage stage;

    @BeforeAll
    static void start() throws IOException {
        stage = Stage.start();
        stage.spread(2);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static List<String> repair(String name, Pause pause, String... options) {
        return repair(stage.service, name, pause, options);
    }

    private static List<String> repair(Service service, String name, Pause pause, String... options) {
        var properties = new HashMap<>(Map.of("name", name, "from", Stage.DAY, "to", "2026-11-23"));
        for (var option : options) {
            properties.put(option, "true");
        }
        var lines = new ArrayList<String>();
        new Repair(service, Settings.of(properties::get), pause, lines::add).run();
        return lines;
    }

    private static void pass(Duration time) {
        assertThat(time).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void shouldSayTheDifferenceAndPutItRightWhenAsked() {
        stage.record(NAME, 10, 1, 2, 3);
        stage.record(NAME + "#1", 10, 4, 5);
        stage.record(NAME + "#1", 11, 6);
        stage.awaitCounted(NAME, 10, 3);
        stage.awaitCounted(NAME + "#1", 10, 2);
        stage.awaitCounted(NAME + "#1", 11, 1);
        assertThat(repair(NAME, RepairIT::pass)).contains(
                "\"clicked button\" on 2 partition keys: 6 events stored, 6 counted: 0 are missing, 0 too many.",
                "The counts are right: nothing to do.");
        stage.counts().add(NAME, Stage.DAY, 10, 3, -2);

        assertThat(repair(NAME, RepairIT::pass)).contains("2026-11-22T10             5            3           +2",
                "Nothing was changed: -Dapply puts it right.");
        assertThat(stage.counted(NAME, 10)).isEqualTo(1);

        assertThat(repair(NAME, RepairIT::pass, "apply")).contains("1 counters were put right, by +2 events in all.");
        assertThat(stage.counted(NAME, 10)).isEqualTo(3);
        assertThat(stage.counted(NAME + "#1", 10)).isEqualTo(2);
        assertThat(repair(NAME, RepairIT::pass, "apply")).endsWith("The counts are right: nothing to do.");
    }

    @Test
    void shouldNotCountAgainWhatWasStillOnItsWay() {
        stage.record("opened page", 9, 1, 2);
        stage.awaitCounted("opened page", 9, 2);
        stage.counts().add("opened page", Stage.DAY, 9, 2, -1);

        var lines = repair("opened page", _ -> stage.counts().add("opened page", Stage.DAY, 9, 1, 1), "apply");

        assertThat(lines).contains("2026-11-22T09             2            1           +1",
                "0 counters were put right, by +0 events in all.");
        assertThat(stage.counted("opened page", 9)).isEqualTo(2);
    }

    /** Stores an event of 9 o'clock that its counter lacks. */
    private static void recordUncounted(String key) {
        stage.record(key, 9, 1);
        stage.awaitCounted(key, 9, 1);
        stage.counts().add(key, Stage.DAY, 9, 1, -1);
    }

    @Test
    void shouldChangeNothingWhenABatchIsGivenUpMeanwhile() {
        recordUncounted("swiped page");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> repair("swiped page", _ -> stage.send("of a batch"), "apply"))
                .withMessageContaining("mvn -Preplay");

        assertThat(stage.counted("swiped page", 9)).isZero();
        stage.service.queue().some().forEach(message -> stage.service.queue().delete(message.receiptHandle()));
    }

    private static Service withQueue(SqsStub sqs) {
        return new Service(stage.service.dynamoDb(), stage.service.streams(), sqs, stage.service.outputs());
    }

    /** SQS says how many messages there are, but only about, and late. */
    @Test
    void shouldSeeAMessageBeforeSqsCountsIt() {
        recordUncounted("pinched page");
        var service = withQueue(new SqsStub("of a batch"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> repair(service, "pinched page", RepairIT::pass, "apply"))
                .withMessageContaining("mvn -Preplay");

        assertThat(stage.counted("pinched page", 9)).isZero();
    }

    @Test
    void shouldRunRightAfterAReplay() {
        recordUncounted("turned page");
        var sqs = new SqsStub().hidden(10);

        repair(withQueue(sqs), "turned page", _ -> sqs.hidden(0), "apply");

        assertThat(stage.counted("turned page", 9)).isEqualTo(1);
    }

    @Test
    void shouldChangeNothingWhileAReplayHidesMessages() {
        recordUncounted("folded page");
        var service = withQueue(new SqsStub().hidden(1));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> repair(service, "folded page", RepairIT::pass, "apply"))
                .withMessageStartingWith("About 1 failed batches are hidden");

        assertThat(stage.counted("folded page", 9)).isZero();
    }

    @Test
    void shouldLeaveWhatMovesForALaterRun() {
        stage.record("closed page", 9, 1, 2);
        stage.awaitCounted("closed page", 9, 2);
        stage.counts().add("closed page", Stage.DAY, 9, 2, -2);

        var lines = repair("closed page", _ -> stage.counts().add("closed page", Stage.DAY, 9, 0, 1), "apply");

        assertThat(lines)
                .contains("1 counters stay, because they or their events moved meanwhile. Run it again later.");
        assertThat(stage.counted("closed page", 9)).isEqualTo(1);
    }

    @Test
    void shouldTakeACounterDownOnlyWhenTold() {
        stage.record("signed up", 9, 1);
        stage.awaitCounted("signed up", 9, 1);
        stage.counts().add("signed up", Stage.DAY, 9, 1, 4);

        assertThat(repair("signed up", RepairIT::pass, "apply")).anyMatch(line -> line.contains("-Dlower=true"));
        assertThat(stage.counted("signed up", 9)).isEqualTo(5);

        repair("signed up", RepairIT::pass, "apply", "lower");
        assertThat(stage.counted("signed up", 9)).isEqualTo(1);
    }

    @Test
    void shouldNotTouchHoursOutsideThePeriod() {
        stage.record("logged in", 9, 1);
        stage.awaitCounted("logged in", 9, 1);
        stage.counts().add("logged in", Stage.DAY, 9, 1, -1);
        var lines = new ArrayList<String>();

        new Repair(stage.service, Settings.of(Map.of("name", "logged in", "from", "2026-11-22T10", "to", "2026-11-23",
                "apply", "true")::get), RepairIT::pass, lines::add).run();

        assertThat(lines).endsWith("The counts are right: nothing to do.");
        assertThat(stage.counted("logged in", 9)).isZero();
    }

    /** In hours that the other tests leave alone. */
    private static List<String> repairAll(int hour, Pause pause, int mostWaiting, String... options) {
        var properties = new HashMap<>(Map.of("from", Stage.DAY + "T" + hour, "to", Stage.DAY + "T" + (hour + 2)));
        for (var option : options) {
            properties.put(option, "true");
        }
        var lines = new ArrayList<String>();
        new Repair(stage.service, Settings.of(properties::get), pause, lines::add, mostWaiting).run();
        return lines;
    }

    /** Names whose counters of an hour lack one event each, on both shards. */
    private static void damage(int hour, String... names) {
        for (var name : names) {
            for (var key : List.of(name, name + "#1")) {
                stage.record(key, hour, 1, 2);
                stage.awaitCounted(key, hour, 2);
                stage.counts().add(key, Stage.DAY, hour, 2, -1);
            }
        }
    }

    @Test
    void shouldPutAllNamesRight() {
        damage(20, " login", "login");
        stage.record("logout#1", 21, 1);
        stage.awaitCounted("logout#1", 21, 1);

        assertThat(repairAll(20, RepairIT::pass, 100)).containsExactly("… 2026-11-22: 3 names so far",
                "\" login\" on 2 partition keys: 4 events stored, 2 counted: 2 are missing, 0 too many.",
                "\"login\" on 2 partition keys: 4 events stored, 2 counted: 2 are missing, 0 too many.",
                "3 names have events in this period. 2 of them differ.",
                "Nothing was changed: -Dapply puts it right.");
        assertThat(repairAll(20, RepairIT::pass, 100, "apply")).contains(
                "Measuring 2 names again in 60 s. Only what has not moved until then is put right.",
                "\" login\": 2 counters were put right, by +2 events. 0 moved meanwhile.",
                "\"login\": 2 counters were put right, by +2 events. 0 moved meanwhile.",
                "4 counters were put right, by +4 events in all.");

        assertThat(List.of(stage.counted(" login", 20), stage.counted(" login#1", 20), stage.counted("login", 20),
                stage.counted("login#1", 20), stage.counted("logout#1", 21))).containsExactly(2L, 2L, 2L, 2L, 1L);
        assertThat(repairAll(20, RepairIT::pass, 100, "apply")).endsWith("The counts are right: nothing to do.");
    }

    @Test
    void shouldPutManyNamesRightInParts() {
        damage(16, "a", "b", "c");
        var waits = new ArrayList<Duration>();

        assertThat(repairAll(16, waits::add, 4, "apply")).endsWith("6 counters were put right, by +6 events in all.");

        assertThat(waits).hasSize(2);
    }

    @Test
    void shouldLeaveWhatHasNoEventsOrTooManyCounted() {
        stage.counts().add("gone page", Stage.DAY, 18, 0, 3);
        stage.record("half gone page", 18, 1);
        stage.awaitCounted("half gone page", 18, 1);
        stage.counts().add("half gone page", Stage.DAY, 18, 1, 1);

        assertThat(repairAll(18, RepairIT::pass, 100)).contains("Nothing was changed.");
        assertThat(repairAll(18, _ -> fail("There is nothing to wait for."), 100, "apply"))
                .contains("1 names have events in this period. 1 of them differ.",
                        "0 counters were put right, by +0 events in all.")
                .anyMatch(line -> line.contains("-Dlower=true"));
        assertThatThrownBy(() -> repairAll(18, RepairIT::pass, 100, "apply", "lower")).isInstanceOf(Refusal.class)
                .hasMessageContaining("-Dall");
        assertThat(stage.counted("half gone page", 18)).isEqualTo(2);
        assertThat(repairAll(18, RepairIT::pass, 100, "apply", "lower", "all")).contains(
                "\"half gone page\": 1 counters were put right, by -1 events. 0 moved meanwhile.");

        assertThat(stage.counted("gone page", 18)).isEqualTo(3);
        assertThat(stage.counted("half gone page", 18)).isEqualTo(1);
    }

    /** Restored from a backup, the table lacks an event, and the client sends it again. */
    @Test
    void shouldTakeDownWhatWasSentAgainAfterARestore() {
        stage.record("sent again", 9, 1, 2);
        stage.awaitCounted("sent again", 9, 2);
        stage.lose("sent again", 9, 2);
        stage.record("sent again", 9, 2);
        stage.awaitCounted("sent again", 9, 3);

        repair("sent again", RepairIT::pass, "apply", "lower");

        assertThat(stage.counted("sent again", 9)).isEqualTo(2);
    }

    @Test
    void shouldSayThatANameIsUnknown() {
        assertThat(repair("cliked button", RepairIT::pass))
                .contains("\"cliked button\" has neither events nor counters in this period.");
    }

    @Test
    void shouldFindTheServiceOnThisMachineAgainAndAgain() {
        var settings = Settings.of(Map.<String, String>of()::get);

        assertThat(Service.find(settings, Stage.ASSEMBLY).outputs())
                .isEqualTo(Service.find(settings, Stage.ASSEMBLY).outputs()).containsKey("CountsTable");
    }

    @Test
    void shouldNameTheTablesThatAreMissing() {
        var old = new Service(stage.service.dynamoDb(), stage.service.streams(), stage.service.sqs(),
                Map.of("EventsTable", stage.service.eventsTable()));

        assertThatExceptionOfType(Refusal.class).isThrownBy(old::countsTable).withMessageContaining("CountsTable");
    }
}
