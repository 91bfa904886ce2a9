package basics.acceptance.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.ParseError;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.StepKeywordType;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TableRow;
import io.cucumber.messages.types.Tag;

/**
 * What a feature file must be like, so that a product owner can read it. Files of the folder {@code contract} may use
 * technical words; all else holds for them too.
 */
final class FeatureRules {

    private static final int MOST_STEPS = 6;
    private static final Pattern TECHNICAL = Pattern.compile(
            "\\b((?i:JSON|HTTPS?|API|URLs?|URI|headers?|tables?|endpoint|payload|null|status code"
                    + "|char|created_at|human_date|updated_at|cursors?|tokens?)"
                    + "|GET|POST|PUT|PATCH|(?i:answer|status|code) (?:is )?[1-5]\\d\\d"
                    + "|[1-5]\\d\\d (?:OK|Created|Bad Request|Not Found|Conflict))\\b");
    private static final Pattern NARRATIVE = Pattern.compile("As (?:a|an|the|some|every)\\w* .+I want .+so that .+",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final String file;
    private final List<String> broken = new ArrayList<>();

    private FeatureRules(String file) {
        this.file = file;
    }

    /** The rules that a file breaks, in words; empty when it keeps all. */
    static List<String> brokenBy(String file, String text) {
        var rules = new FeatureRules(file);
        var envelopes = parse(file, text);
        envelopes.stream().map(Envelope::getParseError).flatMap(Optional::stream).map(ParseError::getMessage)
                .forEach(rules::breaks);
        envelopes.stream().map(Envelope::getGherkinDocument).flatMap(Optional::stream)
                .forEach(document -> document.getFeature().ifPresentOrElse(rules::check,
                        () -> rules.breaks("it has no feature")));
        rules.checkNames(envelopes.stream().map(Envelope::getPickle).flatMap(Optional::stream).toList());
        return rules.broken;
    }

    /** The examples of a text that carry a tag. */
    static long examples(String file, String text, String tag) {
        return parse(file, text).stream().map(Envelope::getPickle).flatMap(Optional::stream)
                .filter(pickle -> pickle.getTags().stream().anyMatch(given -> given.getName().equals(tag))).count();
    }

    private static List<Envelope> parse(String file, String text) {
        return GherkinParser.builder().includeSource(false).build()
                .parse(file, text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private void check(Feature feature) {
        if (!NARRATIVE.matcher(feature.getDescription()).find()) {
            breaks("it begins with who wants it and why: As a ..., I want ..., so that ...");
        }
        checkTags(feature.getTags());
        if (feature.getTags().stream().map(Tag::getName).anyMatch(name -> name.startsWith("@article:"))
                && !feature.getDescription().contains("The article's section")) {
            breaks("it has a tag of the article and names no section of it");
        }
        checkWords(feature.getName());
        checkWords(feature.getDescription());
        for (var child : feature.getChildren()) {
            child.getBackground().map(Background::getSteps).ifPresent(this::checkSteps);
            child.getScenario().map(FeatureRules::title)
                    .ifPresent(title -> breaks(title + " belongs under a rule"));
            child.getScenario().ifPresent(this::check);
            child.getRule().ifPresent(this::check);
        }
        if (feature.getChildren().stream().map(FeatureChild::getRule).noneMatch(Optional::isPresent)) {
            breaks("it has no rule");
        }
    }

    private void check(Rule rule) {
        checkWords(rule.getName());
        checkTags(rule.getTags());
        if (rule.getName().isBlank()) {
            breaks("a rule says what it is");
        }
        if (rule.getChildren().stream().map(RuleChild::getScenario).noneMatch(Optional::isPresent)) {
            breaks("the rule '" + rule.getName() + "' has an example");
        }
        rule.getChildren().forEach(child -> {
            child.getBackground().map(Background::getSteps).ifPresent(this::checkSteps);
            child.getScenario().ifPresent(this::check);
        });
    }

    private void check(Scenario example) {
        checkWords(example.getName());
        checkTags(example.getTags());
        checkSteps(example.getSteps());
        if (example.getName().isBlank()) {
            breaks("an example has a name");
        }
        if (example.getSteps().size() > MOST_STEPS) {
            breaks("%s has %d steps; %d are enough".formatted(title(example), example.getSteps().size(), MOST_STEPS));
        }
        if (whens(example.getSteps()) != 1) {
            breaks("%s has %d When; it has one".formatted(title(example), whens(example.getSteps())));
        }
        example.getExamples().forEach(examples -> check(example, examples));
    }

    private void check(Scenario outline, Examples examples) {
        checkTags(examples.getTags());
        checkWords(examples.getName());
        if (examples.getName().isBlank()) {
            breaks(title(outline) + " has Examples without a name");
        }
        Stream.concat(examples.getTableHeader().stream(), examples.getTableBody().stream()).map(TableRow::getCells)
                .flatMap(List::stream).map(TableCell::getValue).forEach(this::checkWords);
    }

    private void checkSteps(List<Step> steps) {
        for (var step : steps) {
            checkWords(step.getText());
            step.getDocString().ifPresent(text -> checkWords(text.getContent()));
            step.getDataTable().ifPresent(table -> table.getRows().stream().map(TableRow::getCells)
                    .flatMap(List::stream).map(TableCell::getValue).forEach(this::checkWords));
        }
    }

    /** Each example counts, those of outlines with their values filled in. */
    private void checkNames(List<Pickle> examples) {
        var names = new HashSet<String>();
        examples.stream().map(Pickle::getName).filter(name -> !names.add(name)).distinct()
                .forEach(name -> breaks("two examples are called '" + name + "'"));
    }

    private void checkTags(List<Tag> tags) {
        tags.stream().map(Tag::getName).filter(name -> name.matches("@(?i:wip|ignore|skip|disabled)"))
                .forEach(name -> breaks(name + " hides what doesn't work"));
    }

    private void checkWords(String text) {
        if (!isContract()) {
            var found = TECHNICAL.matcher(text);
            if (found.find()) {
                breaks("'%s' is technical: %s".formatted(found.group(), text.strip()));
            }
        }
    }

    private boolean isContract() {
        return Features.isContract(file);
    }

    private void breaks(String rule) {
        broken.add(file + ": " + rule);
    }

    private static long whens(List<Step> steps) {
        return steps.stream().map(Step::getKeywordType).flatMap(Optional::stream)
                .filter(StepKeywordType.ACTION::equals).count();
    }

    private static String title(Scenario example) {
        return '\'' + example.getName() + '\'';
    }
}
