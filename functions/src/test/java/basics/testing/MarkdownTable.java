package basics.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The tables of a page in {@code docs}, so that tests can hold them against what they say. */
public final class MarkdownTable {
    private static final Path DOCS = Path.of("../docs");

    private MarkdownTable() {}

    /** The rows of the first table below a heading, such as {@code ### Users}, without the table's own. */
    public static List<List<String>> rows(String page, String heading) {
        try {
            var rows = Files.readAllLines(DOCS.resolve(page)).stream()
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|")).map(String::strip).toList();
    }
}
