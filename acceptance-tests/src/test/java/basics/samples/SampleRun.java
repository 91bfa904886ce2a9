package basics.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.cucumber.core.cli.Main;

/** Real messages: Cucumber runs a feature that a test has written. */
public final class SampleRun {

    private final Path folder;
    private final List<String> options = new ArrayList<>(
            List.of("--glue", "basics.samples.steps", "--no-summary"));

    private SampleRun(Path folder) {
        this.folder = folder;
    }

    /** A run of {@code FOLDER/features/FILE}. */
    public static SampleRun of(Path folder, String file, String feature) throws IOException {
        var path = folder.resolve("features").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, feature);
        return new SampleRun(folder);
    }

    /** A target without wings. */
    public SampleRun withGaps() {
        return with("--glue", "basics.samples.gaps");
    }

    public SampleRun with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Runs it, and leaves {@code FOLDER/results/TARGET.ndjson}. */
    public Path leaves(String target) throws IOException {
        var results = Files.createDirectories(folder.resolve("results"));
        var messages = results.resolve(target + ".ndjson");
        with("--plugin", "message:" + messages, folder.resolve("features").toString());
        Main.run(options.toArray(String[]::new));
        assertThat(messages).isNotEmptyFile();
        return results;
    }
}
