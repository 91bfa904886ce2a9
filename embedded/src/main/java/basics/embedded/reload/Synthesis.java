package basics.embedded.reload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import basics.embedded.platform.StartException;

/**
 * Synthesises the cloud assembly in a separate process.
 *
 * @param arguments
 *            the arguments of the Java command; one that begins with @ stands for the content of that file
 */
public record Synthesis(List<String> arguments) {
    /** The most lines of output in the message of a failure. */
    private static final int LINES = 12;
    private static final String STACK = "\tat ";
    /** The frame around warnings of the CDK. */
    private static final String BOX = "!!";

    /**
     * Runs the synthesis.
     *
     * @throws StartException
     *            when it fails, with the first lines of its output
     * @throws InterruptedException
     *            when the caller is interrupted; no process is left running
     */
    public void run() throws InterruptedException {
        try {
            var output = Files.createTempFile("synthesis", ".log");
            try {
                run(output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException failure) {
            throw new StartException("The app can't be synthesised: " + failure.getMessage(), failure);
        }
    }

    private void run(Path output) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            if (process.waitFor() != 0) {
                throw new StartException(summary(Files.readString(output, StandardCharsets.UTF_8)));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (var argument : arguments) {
            command.add(argument.startsWith("@") ? Files.readString(Path.of(argument.substring(1))).strip() : argument);
        }
        return command;
    }

    /** The lines of the compiler or the app, without stack frames. */
    private static String summary(String output) {
        var here = Path.of("").toAbsolutePath() + "/";
        var lines = output.lines().filter(line -> !line.isBlank() && !line.startsWith(STACK) && !line.startsWith(BOX))
                .map(line -> line.replace(here, "")).toList();
        return lines.stream().limit(LINES).collect(Collectors.joining(System.lineSeparator()))
                + (lines.size() > LINES ? System.lineSeparator() + "…" : "");
    }
}
