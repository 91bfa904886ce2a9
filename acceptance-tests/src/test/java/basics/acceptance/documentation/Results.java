package basics.acceptance.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A folder with the messages of runs, {@code TARGET.ndjson} each. */
final class Results {

    private static final String ENDING = ".ndjson";
    /** The order in which targets are told of; others follow by name. */
    private static final List<String> FIRST = List.of("embedded", "localstack", "deployed");

    private Results() {}

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException
     *             if there is no such folder, nothing in it, or a file that is not of messages
     */
    static List<TargetRun> read(Path folder) {
        var found = names(folder);
        if (found.isEmpty()) {
            throw new IllegalArgumentException(folder + " holds no TARGET.ndjson, such as embedded.ndjson: a copy of "
                    + "acceptance-tests/target/features.ndjson after a run");
        }
        return found.stream().sorted(Comparator.comparing(Results::place).thenComparing(name -> name))
                .map(target -> TargetRun.read(target, folder.resolve(target + ENDING))).toList();
    }

    static int place(String target) {
        return FIRST.contains(target) ? FIRST.indexOf(target) : FIRST.size();
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is no folder");
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
