package basics.acceptance.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import basics.acceptance.documentation.Recorded.Unlike;

/** The target matrix as a page of Markdown, which is the same for the same results: no time, no order of a run. */
final class TargetPage {

    private static final String HEAD = """
        # Target matrix

        Made by `mvn -Pdocumentation` from the messages of each target's newest whole run, and never written by hand. How a
        target is run: [targets](targets.md). Each row of an outline counts as an example.
        """;
    private static final String DIFFERENCES = """

        ## Where targets differ

        An empty cell: it passed, or the commit of that run had no such scenario.
        """;

    private final List<Recorded> all;
    private final List<TargetText> texts;
    private final List<String> lines = new ArrayList<>();

    private TargetPage(List<Recorded> all, List<TargetText> texts) {
        this.all = all;
        this.texts = texts;
    }

    static String of(List<Recorded> all, List<TargetText> texts) {
        var page = new TargetPage(all, texts);
        page.lines.addAll(HEAD.lines().toList());
        page.counts();
        page.conclusions();
        page.gaps();
        page.differences();
        return String.join("\n", page.lines) + "\n";
    }

    private void counts() {
        columns("examples", all);
        row("at commit", all, recorded -> '`' + recorded.run().commitTold() + '`');
        for (var result : Result.values()) {
            row(result.words(), all, recorded -> Long.toString(recorded.run().count(result)));
        }
        row("**all**", all, recorded -> Long.toString(recorded.run().all()));
        var missing = texts.stream().map(TargetText::name)
                .filter(name -> all.stream().noneMatch(recorded -> recorded.run().target().equals(name))).toList();
        if (!missing.isEmpty()) {
            add("", "Not yet run: " + String.join(", ", missing) + '.');
        }
    }

    private void conclusions() {
        add("", "## What may be concluded", "", "| target | it is | a run proves | it leaves open |",
                "|---|---|---|---|");
        texts.forEach(text -> add("| %s | %s | %s | %s |".formatted(text.name(), escaped(text.is()),
                escaped(text.proves()), escaped(text.leaves()))));
    }

    private void gaps() {
        var rows = all.stream()
                .flatMap(recorded -> recorded.gaps().stream()
                        .map(gap -> "| %s | %s | %d | %s |".formatted(escaped(recorded.run().target()), gap.tag(),
                                gap.examples(), escaped(gap.reason()))))
                .toList();
        if (!rows.isEmpty()) {
            add("", "## Not applicable", "", "| target | tag | examples | why |", "|---|---|---|---|");
            lines.addAll(rows);
        }
    }

    private void differences() {
        var columns = all.stream().filter(recorded -> !recorded.exceptions().isEmpty()).toList();
        if (columns.isEmpty()) {
            return;
        }
        lines.addAll(DIFFERENCES.lines().toList());
        columns("scenario", columns);
        var rows = new TreeSet<String>();
        columns.stream().map(Recorded::exceptions).flatMap(List::stream)
                .map(TargetPage::name).forEach(rows::add);
        rows.forEach(name -> row(name, columns, recorded -> recorded.exceptions().stream()
                .filter(unlike -> name(unlike).equals(name)).map(Unlike::told).map(TargetPage::escaped).findFirst()
                .orElse("")));
    }

    private static String name(Unlike unlike) {
        return "`%s`: %s".formatted(unlike.feature(), escaped(unlike.scenario()));
    }

    private void columns(String first, List<Recorded> columns) {
        add("");
        row(first, columns, recorded -> escaped(recorded.run().target()));
        add("|---".repeat(columns.size() + 1) + "|");
    }

    private void row(String first, List<Recorded> columns, Function<Recorded, String> cell) {
        add(Stream.concat(Stream.of(first), columns.stream().map(cell))
                .map(text -> text.isEmpty() ? "| " : "| " + text + " ").collect(Collectors.joining("", "", "|")));
    }

    private void add(String... more) {
        lines.addAll(List.of(more));
    }

    /** Text that Markdown shows as it is: a column's end, or the {@code <placeholder>} of an outline. */
    private static String escaped(String text) {
        return text.replaceAll("[\\\\|<>*_`\\[\\]&]", "\\\\$0");
    }
}
