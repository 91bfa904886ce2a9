package basics.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the tables of a page in {@code docs}, so that tests can check them. */
public final class MarkdownTable {
    private static final Path DOCS = Path.of("../docs");

    private MarkdownTable() {}

    /** The headings, such as {@code ### Users}, that have a table in a section, such as {@code ## Measured}. */
    public static List<String> headings(String page, String section) {
        var headings = new ArrayList<String>();
        var current = "";
        for (var line : lines(page).stream().dropWhile(line -> !line.equals(section)).skip(1)
                .takeWhile(line -> !line.startsWith("## ")).toList()) {
            if (line.startsWith("### ")) {
                current = line;
            } else if (line.startsWith("|") && !headings.contains(current)) {
                headings.add(current);
            }
        }
        return headings;
    }

    private static List<String> lines(String page) {
        try {
            return Files.readAllLines(DOCS.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of the first table below a heading, such as {@code ### Users}, without the table's header. */
    public static List<List<String>> rows(String page, String heading) {
        var rows = lines(page).stream()
                .dropWhile(line -> !line.equals(heading))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(MarkdownTable::cells)
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalStateException(page + " has no table below " + heading);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|")).map(String::strip).toList();
    }
}
