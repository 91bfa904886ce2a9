package basics.embedded.lambda;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Ends the environments when this JVM is killed: a shell that is told of each process, and kills what is left once its
 * input ends. An environment that waits for its next invocation ends by itself then, one that is busy might not.
 */
public final class Reaper implements AutoCloseable {
    private static final String SCRIPT = """
        trap '' INT TERM HUP
        left=' '
        while read -r what pid; do
          case $what in
            +) left="$left$pid " ;;
            -) left="${left%% $pid *} ${left#* $pid }" ;;
          esac
        done
        for pid in $left; do kill -9 "$pid"; done 2>/dev/null
        """;
    private final Process shell;
    private final PrintStream input;

    /** Starts the shell. */
    public Reaper() {
        try {
            shell = new ProcessBuilder("/bin/sh", "-c", SCRIPT).redirectErrorStream(true).start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        input = new PrintStream(shell.getOutputStream(), true, StandardCharsets.US_ASCII);
    }

    /** Has a process ended with this JVM. */
    public void watch(Process process) {
        input.println("+ " + process.pid());
        var unused = process.onExit().thenAccept(ended -> input.println("- " + ended.pid()));
    }

    @Override
    public void close() {
        input.close();
    }
}
