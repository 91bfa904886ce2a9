package basics.acceptance.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** A folder with the messages of runs, {@code TARGET.ndjson} each. */
final class Results {

    private static final String ENDING = ".ndjson";
    /** Their columns are there also when there is no run, so that what is missing shows. */
    private static final List<String> TARGETS = List.of("embedded", "localstack", "deployed");

    private Results() {}

    /**
     * Reads them: the targets that are always told of, then whatever else there is, by name.
     *
     * @throws IllegalArgumentException
     *             if there is no such folder, nothing in it, or a file that is not of messages
     */
    static Matrix read(Path folder) {
        var found = names(folder);
        if (found.isEmpty()) {
            throw new IllegalArgumentException(folder + " holds no TARGET.ndjson, such as embedded.ndjson: a copy of "
                    + "acceptance-tests/target/features.ndjson after a run");
        }
        var targets = new LinkedHashSet<>(TARGETS);
        targets.addAll(found);
        var runs = new ArrayList<TargetRun>();
        for (var target : targets) {
            runs.add(found.contains(target)
                    ? TargetRun.read(target, folder.resolve(target + ENDING))
                    : TargetRun.none(target));
        }
        return Matrix.of(runs);
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is no folder");
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
