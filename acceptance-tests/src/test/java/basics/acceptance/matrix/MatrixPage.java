package basics.acceptance.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The matrix as a page of Markdown, which is the same for the same results: no date, no duration, no order of a run. */
final class MatrixPage {

    private static final String HEAD = """
        # Target matrix

        Made by `mvn -Pmatrix` from the messages of each target's run; never written by hand. What a target proves, and
        how it is run: [targets](targets.md). Of an outline, each row counts.
        """;

    private final Matrix matrix;
    private final List<String> lines = new ArrayList<>();

    private MatrixPage(Matrix matrix) {
        this.matrix = matrix;
    }

    static String of(Matrix matrix) {
        var page = new MatrixPage(matrix);
        page.lines.addAll(HEAD.lines().toList());
        page.counts();
        page.gaps();
        page.examples("Differs on AWS", Result.DIFFERS);
        page.examples("Failed", Result.FAILED);
        matrix.scenarios().forEach(page::feature);
        return String.join("\n", page.lines) + "\n";
    }

    private void counts() {
        columns("scenarios");
        for (var result : Result.values()) {
            row(result.words(), run -> Long.toString(Matrix.tally(run, matrix.examples()).count(result)));
        }
        row("**all**", run -> Integer.toString(matrix.examples().size()));
    }

    private void gaps() {
        var rows = matrix.runs().stream()
                .flatMap(run -> matrix.gaps(run).entrySet().stream()
                        .map(gap -> "| %s | %s | %d | %s |".formatted(escaped(run.target()), gap.getKey().tag(),
                                gap.getValue(), escaped(gap.getKey().reason()))))
                .toList();
        if (!rows.isEmpty()) {
            add("", "## Not applicable", "", "| target | tag | scenarios | why |", "|---|---|---|---|");
            lines.addAll(rows);
        }
    }

    private void examples(String title, Result result) {
        var rows = matrix.runs().stream()
                .flatMap(run -> matrix.with(result, run).stream()
                        .map(example -> "* %s: `%s`, %s".formatted(escaped(run.target()), example.file(),
                                escaped(example.name()))))
                .toList();
        if (!rows.isEmpty()) {
            add("", "## " + title, "");
            lines.addAll(rows);
        }
    }

    private void feature(String file, Collection<List<Example>> scenarios) {
        add("", "## " + escaped(first(scenarios).feature()), "", "`%s`".formatted(file), "");
        columns("scenario");
        var rule = "";
        for (var rows : scenarios) {
            if (!rows.getFirst().rule().equals(rule)) {
                rule = rows.getFirst().rule();
                row("**" + escaped(rule) + "**", run -> "");
            }
            row(escaped(rows.getFirst().scenario()), run -> Matrix.tally(run, rows).told());
        }
    }

    private static Example first(Collection<List<Example>> scenarios) {
        return scenarios.iterator().next().getFirst();
    }

    private void columns(String first) {
        if (!lines.getLast().isEmpty()) {
            add("");
        }
        row(first, run -> escaped(run.target()));
        add("|---".repeat(matrix.runs().size() + 1) + "|");
    }

    private void row(String first, Function<TargetRun, String> cell) {
        add(Stream.concat(Stream.of(first), matrix.runs().stream().map(cell))
                .map(text -> text.isEmpty() ? "|" : "| " + text + " ").collect(Collectors.joining("", "", "|")));
    }

    private void add(String... more) {
        lines.addAll(List.of(more));
    }

    /** Text that Markdown shows as it is: a column's end, or the {@code <placeholder>} of an outline. */
    private static String escaped(String text) {
        return text.replaceAll("[\\\\|<>*_`\\[\\]&]", "\\\\$0");
    }
}
