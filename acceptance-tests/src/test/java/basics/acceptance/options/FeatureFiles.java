package basics.acceptance.options;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the names and lines of the scenarios in feature files (cucumber.io/docs/gherkin/reference). */
public final class FeatureFiles {

    private static final String EXTENSION = ".feature";
    private static final Pattern SCENARIO = Pattern
            .compile("(?:Example|Scenario|Scenario Outline|Scenario Template):(.*)");
    private static final Pattern EXAMPLES = Pattern.compile("(?:Examples|Scenarios):.*");
    private static final Pattern TEXT = Pattern.compile("(\"\"\"|```).*");

    private final String feature;
    private final List<NamedScenario> scenarios = new ArrayList<>();
    private Optional<NamedScenario> current = Optional.empty();
    private boolean inExamples;
    private boolean inText;
    private List<String> header = List.of();

    private FeatureFiles(String feature) {
        this.feature = feature;
    }

    /**
     * The scenarios of all files below a folder, by file and line.
     *
     * @throws UncheckedIOException
     *            if a file can't be read
     */
    public static List<NamedScenario> below(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(EXTENSION)).sorted()
                    .flatMap(file -> of(folder, file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<NamedScenario> of(Path folder, Path file) {
        try {
            return of(name(folder.relativize(file).toString()), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scenarios of a feature, by line. */
    public static List<NamedScenario> of(String feature, List<String> lines) {
        var reader = new FeatureFiles(feature);
        for (var number = 1; number <= lines.size(); number++) {
            reader.read(number, lines.get(number - 1).strip());
        }
        reader.finish();
        return reader.scenarios;
    }

    /** The name of a feature, from the path of its file. */
    public static String name(String path) {
        return path.replace('\\', '/').replaceFirst("^.*\\bfeatures/", "").replaceFirst(Pattern.quote(EXTENSION) + '$',
                "");
    }

    private void read(int number, String line) {
        if (TEXT.matcher(line).matches()) {
            inText = !inText;
        } else if (!inText) {
            readLine(number, line);
        }
    }

    private void readLine(int number, String line) {
        var scenario = SCENARIO.matcher(line);
        if (scenario.matches()) {
            finish();
            var title = scenario.group(1).strip();
            current = Optional.of(new NamedScenario(feature, number, number, title, title));
            inExamples = false;
        } else if (EXAMPLES.matcher(line).matches()) {
            inExamples = true;
            header = List.of();
        } else if (inExamples && line.startsWith("|")) {
            readRow(number, cells(line));
        }
    }

    private void readRow(int number, List<String> cells) {
        if (header.isEmpty()) {
            header = cells;
            return;
        }
        current.ifPresent(outline -> scenarios
                .add(new NamedScenario(feature, outline.start(), number, outline.title(), filled(outline, cells))));
    }

    private String filled(NamedScenario outline, List<String> cells) {
        var name = outline.title();
        for (var column = 0; column < Math.min(header.size(), cells.size()); column++) {
            name = name.replace('<' + header.get(column) + '>', cells.get(column));
        }
        return name;
    }

    /** Ends the current scenario. Without examples, it is a single scenario. */
    private void finish() {
        if (!inExamples) {
            current.ifPresent(scenarios::add);
        }
        current = Optional.empty();
    }

    /** Splits a row. A backslash escapes the next character, and before an n it means a line break. */
    private static List<String> cells(String row) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        for (var at = 1; at < row.length(); at++) {
            var letter = row.charAt(at);
            if (letter == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else if (letter == '\\' && at + 1 < row.length() && "|\\n".indexOf(row.charAt(at + 1)) >= 0) {
                at++;
                cell.append(row.charAt(at) == 'n' ? '\n' : row.charAt(at));
            } else {
                cell.append(letter);
            }
        }
        return cells;
    }
}
