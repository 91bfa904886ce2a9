package basics.infra.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import software.amazon.awscdk.services.lambda.Architecture;

/**
 * The functions' zip with its own Java runtime.
 *
 * @param architecture
 *            the architecture on which and for which it was built, as in its file name
 */
public record CustomRuntime(Path zip, String architecture) {

    /** The advice when it is missing or old. */
    static final String BUILD = "build it with `mvn -Pcustom-runtime package`.";

    /** The zips that a folder may contain, one for each architecture of Lambda. */
    static List<CustomRuntime> allIn(Path folder) {
        return Stream.of(Architecture.ARM_64, Architecture.X86_64).map(Architecture::getName)
                .map(name -> new CustomRuntime(folder.resolve("custom-runtime-" + name + ".zip"), name)).toList();
    }
}
