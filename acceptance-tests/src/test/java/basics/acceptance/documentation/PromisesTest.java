package basics.acceptance.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import basics.acceptance.api.Operation;
import basics.acceptance.documentation.Promises.Cell;
import basics.acceptance.documentation.Promises.Place;
import basics.samples.SampleRun;

class PromisesTest {

    private static final String PLAIN = """
        Feature: Birds
          Rule: All
            @readUser-200 @readUser-404
            Example: Much at once
              When it works
            @readUser-200
            Example: One thing
              When it works
            @readUser-503
            Example: In vain
              When it breaks
        """;
    private static final String TECHNICAL = """
        Feature: Letters
          Rule: All
            @readUser-200 @readUser-400
            Example: To the letter
              When it works
        """;
    private static final List<Operation> OPERATIONS = List.of(
            operation("readUser", "200", "400", "404", "500", "503"), operation("checkHealth", "200"));

    @TempDir
    private Path folder;

    @Test
    void shouldTellWhereEachDocumentedAnswerIsShown() throws IOException {
        var promises = promises();

        assertThat(promises.statuses()).containsExactly("200", "400", "404", "500", "503");
        assertThat(promises.rows().getFirst().cells()).extracting(Cell::place).containsExactly(Place.WORDS,
                Place.CONTRACT, Place.WORDS, Place.NOWHERE, Place.NOWHERE);
        assertThat(promises.rows().getLast().cells()).extracting(Cell::place).containsExactly(Place.NOWHERE,
                Place.UNDOCUMENTED, Place.UNDOCUMENTED, Place.UNDOCUMENTED, Place.UNDOCUMENTED);
    }

    @Test
    void shouldLeadToTheExampleThatShowsTheLeastBesides() throws IOException {
        assertThat(promises().rows().getFirst().cells()).extracting(cell -> cell.example().map(Shown::link))
                .containsExactly(Optional.of("#birds-birds--one-thing"),
                        Optional.of("contract.html#contract-letters--to-the-letter"),
                        Optional.of("#birds-birds--much-at-once"), Optional.empty(), Optional.empty());
    }

    @Test
    void shouldSayWhyAnAnswerIsShownNowhere() throws IOException {
        assertThat(promises().nowhere()).containsExactly("readUser 500: nothing can cause one", "readUser 503",
                "checkHealth 200");
    }

    private Promises promises() throws IOException {
        SampleRun.of(folder, "contract/letters.feature", TECHNICAL);
        var results = SampleRun.of(folder, "birds/birds.feature", PLAIN).with("--glue", "basics.samples.answers")
                .leaves("embedded");
        return Promises.of(OPERATIONS, Map.of("readUser 500", "nothing can cause one"),
                Shown.all(Samples.book(results)));
    }

    private static Operation operation(String id, String... answers) {
        return new Operation(id, "users", "GET", "/", "", Optional.empty(), Map.of(), Map.of(), Optional.empty(),
                Set.of(answers));
    }
}
