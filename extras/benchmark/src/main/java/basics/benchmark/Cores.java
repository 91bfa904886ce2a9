package basics.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reserves a core for functions, like that of a small Lambda function, if the machine has more than one. */
final class Cores {
    private final int all = Runtime.getRuntime().availableProcessors();
    private final boolean pins;

    Cores() throws IOException, InterruptedException {
        // The other processes stay on the other cores.
        pins = all > 1 && works("taskset", "-apc", "0-" + (all - 2), Long.toString(ProcessHandle.current().pid()));
    }

    private static boolean works(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    boolean pins() {
        return pins;
    }

    List<String> pin(List<String> command) {
        if (!pins) {
            return command;
        }
        var pinned = new ArrayList<>(List.of("taskset", "-c", Integer.toString(all - 1)));
        pinned.addAll(command);
        return pinned;
    }
}
