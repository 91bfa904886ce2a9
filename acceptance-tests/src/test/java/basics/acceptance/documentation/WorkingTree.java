package basics.acceptance.documentation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The commit that is checked out here. */
final class WorkingTree {

    private static final String UNKNOWN = "unknown";

    private WorkingTree() {}

    /** Its hash, with {@code -dirty} behind it if there are changes to it; {@code unknown} without Git. */
    static String commit() {
        try {
            var git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            var commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? commit : UNKNOWN;
        } catch (IOException e) {
            return UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }
}
