package basics.acceptance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.acceptance.glossary.Glossary;

class CastRulesTest {

    private static final Glossary GLOSSARY = Glossary.read("""
        capabilities: [{folder: users, title: Users, says: Keeps users., features: [good]}]
        cast:
          - {name: Sam, role: support clerk, says: Sam creates users.}
          - {name: Leo, role: app developer, says: "Leo's app records events."}
          - {name: Ada, role: customer, says: Ada is signed up.}
        words: []
        """);
    private static final String GOOD = """
        Feature: Users
          Rule: One
            Example: The friend of Ada
              Given the user ada@example.com
              And Leo's app has been asked
              When Sam creates the user ada@example.com
              Then "Mary Poppins" is shown
        """;

    @Test
    void shouldFindEverybodyInTheFeaturesInTheirRole() throws IOException {
        var glossary = Features.glossary();

        var broken = Features.all().entrySet().stream().filter(feature -> !Features.isContract(feature.getKey()))
                .flatMap(feature -> CastRules.brokenBy(glossary, feature.getKey(), feature.getValue()).stream());

        assertThat(broken).isEmpty();
    }

    @Test
    void shouldFindACapabilityForEachFolder() throws IOException {
        assertThat(Features.glossary().capabilities()).map(Glossary.Topic::folder)
                .containsExactlyInAnyOrderElementsOf(Features.folders()).endsWith(Glossary.CONTRACT);
    }

    @Test
    void shouldFindAPlaceForEachFeatureThatAProductOwnerReads() throws IOException {
        var placed = Features.glossary().capabilities().stream()
                .flatMap(topic -> topic.features().stream()
                        .map(feature -> "%s/%s.feature".formatted(topic.folder(), feature)));

        assertThat(placed).containsExactlyInAnyOrderElementsOf(
                Features.all().keySet().stream().filter(path -> !Features.isContract(path)).toList());
    }

    @Test
    void shouldFindEachWordOfTheGlossaryInAFeature() throws IOException {
        var text = String.join("\n", Features.all().entrySet().stream()
                .filter(feature -> !Features.isContract(feature.getKey())).map(feature -> feature.getValue()).toList());

        assertThat(Features.glossary().words()).map(Glossary.Word::word).isNotEmpty().isSorted()
                .filteredOn(word -> !text.contains(word))
                .isEmpty();
    }

    @Test
    void shouldFindNothingWhereEverybodyIsKnown() {
        assertThat(CastRules.brokenBy(GLOSSARY, "users/good.feature", GOOD)).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '~', textBlock = """
        The friend of Ada~      The friend of Zoe~                  Zoe is not in the glossary
        When Sam~               When Zoe~                           Zoe is not in the glossary
        When Sam~               When Sam and Zoe~                   Zoe is not in the glossary
        the user ada@~          the user zoe@~                      Zoe is no customer of the glossary
        the user ada@~          the user sam@~                      Sam is no customer of the glossary
        When Sam creates~       When Sam records~                   Sam records, which the glossary doesn't say
        When Sam creates~       When Leo's app creates~             Leo creates, which the glossary doesn't say
        When Sam creates~       When Ada creates~                   Ada is a customer, who doesn't use the service
        Leo's app has~          Ada has~                            Ada is a customer, who doesn't use the service
        """)
    void shouldFindWhoeverHasNoRole(String before, String after, String rule) {
        var bad = GOOD.replace(before, after);

        assertThat(CastRules.brokenBy(GLOSSARY, "users/bad.feature", bad)).hasSize(1).first().asString()
                .contains(rule);
    }

    @Test
    void shouldTakeOneWhoDoesAndSeveralWhoDoAlike() {
        var clerk = new Glossary.Person("Sam", "support clerk", "Sam creates users.");

        assertThat(List.of("creates", "create")).allMatch(verb -> CastRules.does(clerk, verb));
        assertThat(CastRules.does(clerk, "deletes")).isFalse();
    }
}
