package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The output and the exit code of a command. */
record FinishedProcess(int exitCode, String output, String errors) {

    /**
     * Runs a command in the current folder.
     *
     * @param folder
     *            receives its output
     * @param environment
     *            changes its environment variables
     */
    static FinishedProcess of(List<String> command, Path folder, Consumer<Map<String, String>> environment)
            throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var errors = folder.resolve("errors");
        var builder = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        environment.accept(builder.environment());
        var process = builder.start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new FinishedProcess(process.exitValue(), Files.readString(output), Files.readString(errors));
    }
}
