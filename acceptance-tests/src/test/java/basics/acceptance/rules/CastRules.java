package basics.acceptance.rules;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import basics.acceptance.glossary.Glossary;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepType;

/**
 * Who may be in a feature: the people of the glossary, each in one role. What they do when a scenario comes to its point is
 * what the sentence about them says. Customers do nothing.
 */
final class CastRules {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z]+");
    private static final Pattern NAME = Pattern.compile("\\b[A-Z][a-z]+\\b");
    /** At the beginning of a step: one or two who act, or their things, and what they do. */
    private static final Pattern ACT = Pattern
            .compile("([A-Z][a-z]+)(?:'s [a-z]+)?(?: and ([A-Z][a-z]+))?(?: each)? ([a-z]+)\\b.*");
    private static final Pattern EMAIL = Pattern.compile("\\b([a-z]+)[^\\s\"@]*@example\\.com",
            Pattern.CASE_INSENSITIVE);
    /** Emails of no particular person, and a part of one. */
    private static final Set<String> NOBODY = Set.of("nobody", "ad");
    /** Written with a capital, and nobody's name. */
    private static final Set<String> OTHER_NAMES = Set.of("February", "Paris", "Tulsa", "Venus");

    private final Glossary glossary;
    private final String file;
    private final Set<String> broken = new TreeSet<>();

    private CastRules(Glossary glossary, String file) {
        this.glossary = glossary;
        this.file = file;
    }

    /** The rules that a feature breaks, in words; empty when it keeps all. */
    static Set<String> brokenBy(Glossary glossary, String file, String text) {
        var rules = new CastRules(glossary, file);
        GherkinParser.builder().includeSource(false).build().parse(file, text.getBytes(StandardCharsets.UTF_8))
                .map(Envelope::getPickle).flatMap(Optional::stream).forEach(rules::check);
        return rules.broken;
    }

    private void check(Pickle example) {
        // A sentence begins with a capital, whoever it is about.
        names(example.getName()).skip(1).forEach(this::checkKnown);
        example.getSteps().forEach(this::check);
    }

    private void check(PickleStep step) {
        names(step.getText()).forEach(this::checkKnown);
        EMAIL.matcher(QUOTED.matcher(step.getText()).replaceAll("")).results().map(found -> found.group(1))
                .forEach(this::checkCustomer);
        var act = ACT.matcher(step.getText());
        if (act.matches()) {
            var isPoint = step.getType().filter(PickleStepType.ACTION::equals).isPresent();
            Stream.of(act.group(1), Optional.ofNullable(act.group(2)).orElse(act.group(1))).distinct()
                    .map(glossary::person).flatMap(Optional::stream)
                    .forEach(person -> checkAct(person, act.group(3), isPoint));
        }
    }

    private void checkKnown(String name) {
        if (!glossary.person(name).isPresent() && !OTHER_NAMES.contains(name)) {
            broken.add("%s: %s is not in the glossary".formatted(file, name));
        }
    }

    private void checkCustomer(String mailbox) {
        var name = mailbox.substring(0, 1).toUpperCase(Locale.ROOT) + mailbox.substring(1).toLowerCase(Locale.ROOT);
        if (!NOBODY.contains(mailbox)
                && !glossary.person(name).filter(Glossary.Person::isCustomer).isPresent()) {
            broken.add("%s: %s is no customer of the glossary".formatted(file, name));
        }
    }

    private void checkAct(Glossary.Person person, String verb, boolean isPoint) {
        if (person.isCustomer()) {
            broken.add("%s: %s is a customer, who doesn't use the service".formatted(file, person.name()));
        } else if (isPoint && !does(person, verb)) {
            broken.add("%s: %s %s, which the glossary doesn't say of a person who is %s"
                    .formatted(file, person.name(), verb, person.role()));
        }
    }

    /** Whether the sentence about somebody says so, for one person or for several. */
    static boolean does(Glossary.Person person, String verb) {
        return BETWEEN_WORDS.splitAsStream(person.says().toLowerCase(Locale.ROOT)).map(CastRules::stem)
                .anyMatch(stem(verb)::equals);
    }

    private static String stem(String verb) {
        return verb.replaceFirst("s$", "");
    }

    private static Stream<String> names(String text) {
        return NAME.matcher(QUOTED.matcher(text).replaceAll("\"\"").replaceAll("\\S+@\\S+", "")).results()
                .map(MatchResult::group);
    }
}
