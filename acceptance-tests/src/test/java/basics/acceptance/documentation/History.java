package basics.acceptance.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The runs so far, a line of JSON for each commit and target in a file that goes on from site to site.
 *
 * @param lines
 *            the oldest first
 */
record History(List<RunLine> lines) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Comparator<RunLine> BY_TIME = Comparator.comparing(RunLine::when)
            .thenComparing(RunLine::target);

    /** The content of a file; empty if there is no file. */
    static History read(Path file) {
        if (!Files.exists(file)) {
            return new History(List.of());
        }
        try (var lines = Files.lines(file)) {
            return new History(lines.filter(line -> !line.isBlank()).map(History::line).sorted(BY_TIME).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunLine line(String line) {
        try {
            return JSON.readValue(line, RunLine.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("No line of a history: " + line, e);
        }
    }

    /** Adds newer runs. A run of chosen scenarios doesn't count. Of a commit and target, the newest run does. */
    History with(List<RunLine> runs) {
        var all = new LinkedHashMap<List<String>, RunLine>();
        lines.forEach(line -> all.put(List.of(line.commit(), line.target()), line));
        runs.stream().filter(RunLine::isWhole).forEach(line -> all.put(List.of(line.commit(), line.target()), line));
        return new History(all.values().stream().sorted(BY_TIME).toList());
    }

    void write(Path file) {
        var text = new ArrayList<String>();
        try {
            for (var line : lines) {
                text.add(JSON.writeValueAsString(line));
            }
            Files.write(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, List<RunLine>> byTarget() {
        return lines.stream().collect(Collectors.groupingBy(RunLine::target, LinkedHashMap::new, Collectors.toList()));
    }

    List<RunLine> newestFirst() {
        return lines.reversed();
    }

    List<Curve> curves() {
        return byTarget().entrySet().stream().map(target -> Curve.of(target.getKey(), target.getValue())).toList();
    }
}
