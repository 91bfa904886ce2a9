package basics.acceptance.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceTest {

    private static final String FEATURE = """
        Feature: F
          Rule: R
            Example: Ada signs up
              When a

            Scenario Outline: Ada signs up as <who>
              When <who>

              Examples: E
                | who   |
                | Grace |
                | Eve   |
        """;
    private static final List<NamedScenario> ALL = Stream.of("users/create", "users/read", "contract/users/read")
            .flatMap(feature -> FeatureFiles.of(feature, FEATURE.lines().toList()).stream()).toList();

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', textBlock = """
                                 |                          | 9
        users/create             |                          | 3
        users/create.feature     |                          | 3
        src/test/resources/features/users/create.feature | | 3
        users                    |                          | 6
        users/create,users/read  |                          | 6
        read                     |                          | 6
        users/create:11          |                          | 1
        users/create:7           |                          | 2
        users/create:4           |                          | 1
                                 | Ada signs up             | 3
        users/create             | Ada signs up             | 1
        users/create             | ada signs up as eve      | 1
        users/create             | Ada signs up as <who>    | 2
        """)
    void shouldFindTheChosenScenarios(String feature, String scenario, int count) {
        assertThat(choice(feature, scenario).among(ALL)).hasSize(count);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', textBlock = """
        user/create  |                  | -Dfeature=user/create: no such feature; similar ones are users/create,
                     | Ada sings up     | -Dscenario=Ada sings up: no such scenario; similar ones are
        users/create | Ada signs up asx | no such scenario in users/create; similar ones are
        ,            |                  | names no feature
        """)
    void shouldSuggestSimilarNames(String feature, String scenario, String message) {
        var choice = choice(feature, scenario);

        assertThatThrownBy(() -> choice.among(ALL)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldNameTheFeatureOfAScenarioElsewhere() {
        var one = List.of(new NamedScenario("a", 1, 1, "Ada", "Ada"), new NamedScenario("b", 1, 1, "Eve", "Eve"));
        var choice = choice("a", "Eve");

        assertThatThrownBy(() -> choice.among(one)).hasMessageContaining("the one in b");
    }

    @Test
    void shouldRunAgainByNameOrByLineIfAShellCouldMisreadTheName() {
        assertThat(new NamedScenario("a", 1, 7, "n", "Ada's age is 85%").again())
                .isEqualTo("mvn verify -Dfeature=a:7");
        assertThat(new NamedScenario("a", 1, 7, "n", "Ada's age is 85").again())
                .isEqualTo("mvn verify -Dfeature=a -Dscenario=\"Ada's age is 85\"");
    }

    private static Choice choice(String feature, String scenario) {
        return Choice.of(name -> Optional.ofNullable(Map.of("feature", text(feature), "scenario", text(scenario))
                .get(name)));
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
