package basics.embedded.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * How an execution environment is.
 *
 * @param usedMebibytes
 *            the most memory that its process has had; 0 where that isn't known, as on macOS
 */
public record EnvironmentState(Phase phase, Instant started, long invocations, long usedMebibytes) {
    /** What it is at. */
    public enum Phase {
        STARTING, IDLE, BUSY
    }

    /** proc(5): the peak of what is in memory, in KiB. */
    private static final String PEAK = "VmHWM:";

    static long peak(long process) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        } catch (IOException elsewhere) {
            return 0;
        }
    }
}
