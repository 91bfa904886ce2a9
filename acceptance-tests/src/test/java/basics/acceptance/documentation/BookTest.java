package basics.acceptance.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import basics.acceptance.documentation.Chapter.Part;
import basics.acceptance.documentation.Chapter.Row;
import basics.acceptance.documentation.Chapter.Rows;
import basics.acceptance.documentation.Chapter.Scene;
import basics.acceptance.documentation.Verdict.Note;
import basics.samples.SampleRun;

class BookTest {

    @TempDir
    private Path folder;

    @Test
    void shouldTellAFeatureWithItsStoryAndItsRulesWithTheirExamples() throws IOException {
        var capability = Samples.book(Samples.flying(folder).leaves("embedded")).capabilities().getFirst();

        assertThat(capability).extracting(Capability::id, Capability::title, Capability::says)
                .containsExactly("birds", "Birds", "They fly.");
        var chapter = capability.chapters().getFirst();
        assertThat(chapter.name()).isEqualTo("Flying");
        assertThat(chapter.story()).containsExactly("As a bird", "I want to fly,", "so that I get away.");
        assertThat(chapter.remarks()).containsExactly("Not from the article.");
        assertThat(chapter.rules()).extracting(Chapter.Rule::name, rule -> names(rule.scenes())).containsExactly(
                tuple("What has wings | flies", List.of("A bird", "A plane", "An <animal>")),
                tuple("What has none falls", List.of("A stone", "A feather")));
    }

    @Test
    void shouldTellTheRowsOfAnOutlineInItsTables() throws IOException {
        var outline = scene(Samples.book(Samples.flying(folder).leaves("embedded")), "An <animal>");

        assertThat(outline.tables()).extracting(Rows::name).containsExactly("Large", "Small");
        assertThat(outline.tables().getFirst().header()).containsExactly("animal", "does");
        assertThat(outline.tables().getFirst().rows()).extracting(Row::cells)
                .containsExactly(List.of("albatross", "works"), List.of("eagle", "works"));
        assertThat(outline.title()).containsExactly(new Part("An ", false), new Part("animal", true));
        assertThat(outline.lines().getFirst().parts()).containsExactly(new Part("it ", false), new Part("does", true));
    }

    @Test
    void shouldTellARowThatFailedAndOneThatIsNotApplicable() throws IOException {
        var results = SampleRun.of(folder, "birds/flying.feature",
                Samples.FLYING.replace("| eagle   | works  |", "| eagle | breaks |")).withGaps().leaves("localstack");

        var outline = scene(Samples.book(results), "An <animal>");

        assertThat(outline.verdicts()).extracting(Verdict::result).containsExactly(Result.PASSED, Result.FAILED,
                Result.NOT_APPLICABLE);
        assertThat(outline.result()).isEqualTo(Result.FAILED);
        assertThat(outline.notes()).containsExactly(new Note("localstack", "it has none | yet"));
        assertThat(outline.verdicts().get(1).failures()).singleElement()
                .satisfies(failed -> assertThat(failed.failure().step()).contains("it breaks"))
                .satisfies(failed -> assertThat(failed.failure().message()).contains("As it should."));
    }

    @Test
    void shouldTellWhatBecameOfAnExampleOnEachTarget() throws IOException {
        Samples.flying(folder).leaves("embedded");
        var book = Samples.book(Samples.flying(folder).withGaps().leaves("localstack"));

        assertThat(scene(book, "A plane").verdicts().getFirst().outcomes())
                .hasEntrySatisfying("embedded", outcome -> assertThat(outcome.result()).isEqualTo(Result.PASSED))
                .hasEntrySatisfying("localstack",
                        outcome -> assertThat(outcome.result()).isEqualTo(Result.NOT_APPLICABLE));
        assertThat(scene(book, "A plane").result()).isEqualTo(Result.PASSED);
        assertThat(scene(book, "An <animal>").columns()).containsExactly("embedded", "localstack");
        assertThat(scene(book, "A bird").columns()).isEmpty();
        assertThat(scene(book, "A feather").verdicts().getFirst().outcomes().get("localstack"))
                .isEqualTo(Outcome.NOT_RUN);
    }

    @Test
    void shouldTellWhatDiffersOnAwsFromWhatFails() throws IOException {
        var results = Samples.flying(folder).with("--glue", "basics.samples.aws").leaves("deployed");

        assertThat(scene(Samples.book(results), "A stone").result()).isEqualTo(Result.DIFFERS);
    }

    @Test
    void shouldTellWhatARunHasLeftOutAsNotRun() throws IOException {
        var book = Samples.book(Samples.flying(folder).with("--tags", "@smoke").leaves("embedded"));

        assertThat(scene(book, "A stone").result()).isEqualTo(Result.FAILED);
        assertThat(scene(book, "A bird").result()).isEqualTo(Result.NOT_RUN);
    }

    @Test
    void shouldTellAnExampleThatBrokeOffAsFailed() throws IOException {
        var results = Samples.flying(folder).leaves("embedded");
        var messages = results.resolve("embedded.ndjson");
        var lines = Files.readAllLines(messages);
        var broken = lines.stream().filter(line -> line.startsWith("{\"testCaseFinished\"")).findFirst().orElseThrow();
        Files.write(messages, lines.subList(0, lines.indexOf(broken)));

        assertThat(scene(Samples.book(results), "A bird").result()).isEqualTo(Result.FAILED);
        assertThat(scene(Samples.book(results), "A plane").result()).isEqualTo(Result.NOT_RUN);
    }

    @Test
    void shouldGiveTheSameLinksAndOrderWhateverTheOrderOfARun() throws IOException {
        var first = Shown.all(Samples.book(Samples.flying(folder).with("--order", "random:1").leaves("embedded")));
        var second = Shown.all(Samples.book(Samples.flying(folder).with("--order", "random:2").leaves("embedded")));

        assertThat(first).extracting(Shown::link).containsExactly("#birds-flying--a-bird", "#birds-flying--a-plane",
                "#birds-flying--an-albatross", "#birds-flying--an-eagle", "#birds-flying--an-ant",
                "#birds-flying--a-stone", "#birds-flying--a-feather");
        assertThat(second).extracting(Shown::link).isEqualTo(first.stream().map(Shown::link).toList());
    }

    private static List<String> names(List<Scene> scenes) {
        return scenes.stream().map(Scene::name).toList();
    }

    private static Scene scene(Book book, String name) {
        return book.chapters().flatMap(Chapter::scenes).filter(scene -> scene.name().equals(name)).findFirst()
                .orElseThrow();
    }
}
