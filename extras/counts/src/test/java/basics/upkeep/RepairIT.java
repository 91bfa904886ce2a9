package basics.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
                "clicked button on 2 partition keys: 6 events stored, 6 counted.",
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

    @Test
    void shouldChangeNothingWhenABatchIsGivenUpMeanwhile() {
        stage.record("swiped page", 9, 1);
        stage.awaitCounted("swiped page", 9, 1);
        stage.counts().add("swiped page", Stage.DAY, 9, 1, -1);

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
        stage.record("pinched page", 9, 1);
        stage.awaitCounted("pinched page", 9, 1);
        stage.counts().add("pinched page", Stage.DAY, 9, 1, -1);
        var service = withQueue(new SqsStub("of a batch"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> repair(service, "pinched page", RepairIT::pass, "apply"))
                .withMessageContaining("mvn -Preplay");

        assertThat(stage.counted("pinched page", 9)).isZero();
    }

    @Test
    void shouldRunRightAfterAReplay() {
        stage.record("turned page", 9, 1);
        stage.awaitCounted("turned page", 9, 1);
        stage.counts().add("turned page", Stage.DAY, 9, 1, -1);
        var sqs = new SqsStub().hidden(10);

        repair(withQueue(sqs), "turned page", _ -> sqs.hidden(0), "apply");

        assertThat(stage.counted("turned page", 9)).isEqualTo(1);
    }

    @Test
    void shouldChangeNothingWhileAReplayHidesMessages() {
        stage.record("folded page", 9, 1);
        stage.awaitCounted("folded page", 9, 1);
        stage.counts().add("folded page", Stage.DAY, 9, 1, -1);
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
