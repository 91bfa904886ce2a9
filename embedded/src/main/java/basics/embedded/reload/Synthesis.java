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
 * Synthesises the cloud assembly anew, in a process of its own.
 *
 * @param arguments
 *            of Java; one that begins with @ is the content of the file that it names
 */
public record Synthesis(List<String> arguments) {
    /** Of what it says when it fails. */
    private static final int LINES = 12;
    private static final String STACK = "\tat ";
    /** A box around warnings of the CDK's own. */
    private static final String BOX = "!!";

    /**
     * Runs it.
     *
     * @throws StartException
     *             when it fails, with the first lines of what it has said
     * @throws InterruptedException
     *             when the caller is interrupted; nothing is left running then
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
            throw new StartException("It can't be synthesised: " + failure.getMessage(), failure);
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

    /** The compiler's or the app's own lines, without where in the app it happened. */
    private static String summary(String output) {
        var here = Path.of("").toAbsolutePath() + "/";
        var lines = output.lines().filter(line -> !line.isBlank() && !line.startsWith(STACK) && !line.startsWith(BOX))
                .map(line -> line.replace(here, "")).toList();
        return lines.stream().limit(LINES).collect(Collectors.joining(System.lineSeparator()))
                + (lines.size() > LINES ? System.lineSeparator() + "…" : "");
    }
}
