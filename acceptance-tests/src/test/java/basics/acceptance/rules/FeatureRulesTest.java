package basics.acceptance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.acceptance.api.Operation;

class FeatureRulesTest {

    private static final String GOOD = """
        Feature: Creating a user
          As a shop owner
          I want to know my customers,
          so that I can write to them.

          Rule: A user is kept

            Example: Ada
              Given nobody
              When Sam creates Ada
              Then Ada is kept

            Scenario Outline: <somebody>
              When Sam creates <somebody>
              Then <somebody> is kept

              Examples: Friends
                | somebody |
                | Grace    |
        """;

    @Test
    void shouldFindThatEveryFeatureKeepsTheRules() throws IOException {
        var broken = Features.all().entrySet().stream()
                .flatMap(feature -> FeatureRules.brokenBy(feature.getKey(), feature.getValue()).stream()).toList();

        assertThat(broken).isEmpty();
    }

    @Test
    void shouldFindEnoughBadInputInTheContract() throws IOException {
        var examples = Features.all().entrySet().stream().filter(feature -> Features.isContract(feature.getKey()))
                .mapToLong(feature -> FeatureRules.examples(feature.getKey(), feature.getValue(), "@bad-input")).sum();

        assertThat(examples).isGreaterThanOrEqualTo(90);
    }

    @Test
    void shouldFindATableOfTheRightsToEachDomain() throws IOException {
        var text = String.join("\n", Features.all().values());

        assertThat(Operation.all()).flatExtracting(operation -> operation.scopeDomain().stream().toList())
                .isNotEmpty()
                .allSatisfy(domain -> assertThat(text).contains("each right to " + domain + " opens this and nothing"));
    }

    @Test
    void shouldFindNothingInAFeatureThatKeepsTheRules() {
        assertThat(FeatureRules.brokenBy("users/good.feature", GOOD)).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        As a shop owner~      By and by~                            it begins with who wants it and why
        so that I~            and I~                                it begins with who wants it and why
        Rule: A user is kept~ Rule:~                                a rule says what it is
        Example: Ada~         Example:~                             an example has a name
        Given nobody~         When nobody~                          'Ada' has 2 When; it has one
        When Sam creates Ada~ Given Sam~                            'Ada' has 0 When; it has one
        Examples: Friends~    Examples:~                            '<somebody>' has Examples without a name
        | Grace    |~         | Grace | \\n | Grace |~              two examples are called 'Grace'
        <somebody>~           Ada~                                  two examples are called 'Ada'
        Example: Ada~         @wip \\n Example: Ada~                @wip hides what doesn't work
        Ada is kept~          the answer is 201~                    'answer is 201' is technical
        Ada is kept~          the JSON is kept~                     'JSON' is technical
        Ada is kept~          the created_at is kept~               'created_at' is technical
        Ada is kept~          the cursor is kept~                   'cursor' is technical
        Feature: Creating~    @article:scan \\n Feature: Creating~  it has a tag of the article and names no section of it
        Ada is kept~          the header is kept~                   'header' is technical
        Ada is kept~          the table has Ada~                    'table' is technical
        Given nobody~         Given POST was called~                'POST' is technical
        | Grace    |~         | null |~                             'null' is technical
        Given nobody~         Given a \\n And b \\n And c \\n And d \\n And e~ 'Ada' has 7 steps; 6 are enough
        Feature: Creating~    Fture: Creating~                      expected
        """)
    void shouldFindARuleThatIsBroken(String before, String after, String rule) {
        var bad = GOOD.replace(before, after.replace("\\n", "\n"));

        assertThat(FeatureRules.brokenBy("users/bad.feature", bad)).anyMatch(found -> found.contains(rule));
    }

    @Test
    void shouldFindAnExampleThatIsUnderNoRule() {
        var bad = GOOD.replace("Rule: A user is kept\n", "");

        assertThat(FeatureRules.brokenBy("users/bad.feature", bad)).contains(
                "users/bad.feature: 'Ada' belongs under a rule", "users/bad.feature: it has no rule");
    }

    @Test
    void shouldAllowTechnicalWordsInTheContractOnly() {
        var technical = GOOD.replace("Ada is kept", "the answer is 201");

        assertThat(FeatureRules.brokenBy("contract/users.feature", technical)).isEmpty();
    }
}
