package basics.embedded.reload;

import java.nio.file.Path;
import java.util.List;

/**
 * The files to watch while serving.
 *
 * @param classes
 *            folders of compiled classes; their files replace those of functions whose handlers they contain
 * @param app
 *            files and folders, with their contents, from which the cloud assembly is synthesised
 * @param synthesis
 *            the arguments of the Java command that synthesises it
 */
public record Sources(List<Path> classes, List<Path> app, List<String> synthesis) {
    /** Watches nothing. */
    public static final Sources NONE = new Sources(List.of(), List.of(), List.of());
}
