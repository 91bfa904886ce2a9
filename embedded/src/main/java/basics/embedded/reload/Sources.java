package basics.embedded.reload;

import java.nio.file.Path;
import java.util.List;

/**
 * What is watched while it is served.
 *
 * @param classes
 *            folders of compiled classes, whose files go before those of the functions whose handlers they hold
 * @param app
 *            files, and folders with all that is in them, which the cloud assembly is synthesised from
 * @param synthesis
 *            the arguments of Java that synthesise it anew
 */
public record Sources(List<Path> classes, List<Path> app, List<String> synthesis) {
    /** Nothing is watched. */
    public static final Sources NONE = new Sources(List.of(), List.of(), List.of());
}
