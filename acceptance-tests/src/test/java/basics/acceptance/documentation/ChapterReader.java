package basics.acceptance.documentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import basics.acceptance.documentation.Chapter.Row;
import basics.acceptance.documentation.Chapter.Rows;
import basics.acceptance.documentation.Chapter.Scene;
import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TableRow;

/** Makes a chapter of a feature file and of what became of its examples. */
final class ChapterReader {

    private final String feature;
    private final Map<String, Pickle> pickles;
    private final Lines lines;
    private final List<TargetRun> runs;

    /**
     * @param feature
     *            the file
     * @param pickles
     *            its examples, by the id of the scenario or of the row that each is made of
     * @param runs
     *            that tell what became of them
     */
    ChapterReader(String feature, Map<String, Pickle> pickles, Lines lines, List<TargetRun> runs) {
        this.feature = feature;
        this.pickles = pickles;
        this.lines = lines;
        this.runs = runs;
    }

    Chapter read(Feature written) {
        var paragraphs = paragraphs(written.getDescription());
        var children = written.getChildren();
        var rules = new ArrayList<Chapter.Rule>();
        var alone = children.stream().map(FeatureChild::getScenario).flatMap(Optional::stream).map(this::scene)
                .toList();
        if (!alone.isEmpty()) {
            rules.add(new Chapter.Rule(Ids.rule(feature, ""), "", "", List.of(), alone));
        }
        children.stream().map(FeatureChild::getRule).flatMap(Optional::stream).map(this::rule).forEach(rules::add);
        return new Chapter(Ids.feature(feature), feature, written.getName(),
                paragraphs.isEmpty() ? List.of() : paragraphs.getFirst().lines().map(String::strip).toList(),
                paragraphs.stream().skip(1).toList(),
                given(children.stream().map(FeatureChild::getBackground)), rules);
    }

    private Chapter.Rule rule(Rule written) {
        return new Chapter.Rule(Ids.rule(feature, written.getName()), written.getName(),
                written.getDescription().strip(), given(written.getChildren().stream().map(RuleChild::getBackground)),
                written.getChildren().stream().map(RuleChild::getScenario).flatMap(Optional::stream).map(this::scene)
                        .toList());
    }

    private List<Chapter.Line> given(Stream<Optional<Background>> backgrounds) {
        return backgrounds.flatMap(Optional::stream).map(Background::getSteps).flatMap(List::stream).map(lines::line)
                .toList();
    }

    private Scene scene(Scenario written) {
        var tables = written.getExamples().stream().map(examples -> rows(written, examples)).toList();
        var verdicts = tables.isEmpty()
                ? List.of(verdict(written, written.getId()))
                : tables.stream().map(Rows::rows).flatMap(List::stream).map(Row::verdict).toList();
        return new Scene(Ids.example(feature, written.getName()), written.getName(),
                written.getSteps().stream().map(lines::line).toList(), tables, verdicts);
    }

    private Rows rows(Scenario outline, Examples examples) {
        return new Rows(examples.getName(), examples.getTableHeader().map(ChapterReader::cells).orElse(List.of()),
                examples.getTableBody().stream().map(row -> row(outline, row)).toList());
    }

    private Row row(Scenario outline, TableRow row) {
        var name = name(row.getId()).orElse(outline.getName());
        return new Row(Ids.example(feature, name), name, cells(row), verdict(outline, row.getId()));
    }

    private Verdict verdict(Scenario written, String node) {
        return Verdict.of(new Example(feature, written.getName(), name(node).orElse(written.getName())), runs);
    }

    private Optional<String> name(String node) {
        return Optional.ofNullable(pickles.get(node)).map(Pickle::getName);
    }

    private static List<String> cells(TableRow row) {
        return row.getCells().stream().map(TableCell::getValue).toList();
    }

    private static List<String> paragraphs(String description) {
        return Arrays.stream(description.strip().split("\\n\\s*\\n")).map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty()).toList();
    }
}
