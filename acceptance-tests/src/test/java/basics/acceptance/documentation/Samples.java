package basics.acceptance.documentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import basics.acceptance.glossary.Glossary;
import basics.samples.SampleRun;

/** Runs of a sample, which Cucumber makes for real, and the book of them. */
final class Samples {

    static final Glossary GLOSSARY = new Glossary(
            List.of(new Glossary.Topic("birds", "Birds", "They fly.", List.of("flying")),
                    new Glossary.Topic("contract", "The contract", "To the letter.", List.of())),
            List.of(), List.of());

    static final String FLYING = """
        Feature: Flying
          As a bird
          I want to fly,
          so that I get away.

          Not from the article.

          Rule: What has wings | flies

            Example: A bird
              When it works

            @needs-wings
            Example: A plane
              When it works

            Scenario Outline: An <animal>
              When it <does>

              Examples: Large
                | animal  | does   |
                | albatross | works |
                | eagle   | works  |

              @needs-wings
              Examples: Small
                | animal | does  |
                | ant    | works |

          Rule: What has none falls

            @smoke
            Example: A stone
              When it breaks

            @by-hand
            Example: A feather
              When it works
        """;

    private Samples() {}

    static SampleRun flying(Path folder) throws IOException {
        return SampleRun.of(folder, "birds/flying.feature", FLYING);
    }

    static Book book(Path results) {
        return Book.of(GLOSSARY, Results.read(results));
    }
}
