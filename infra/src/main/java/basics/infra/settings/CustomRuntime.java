package basics.infra.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.lambda.Architecture;

/**
 * The zip of the functions that brings its own Java.
 *
 * @param architecture
 *            of the machine that it was built on and for, as its name says
 */
public record CustomRuntime(Path zip, String architecture) {

    /** What to do when it is missing or old. */
    static final String BUILD = "build it with `mvn -Pcustom-runtime package`.";

    /** Those that may be in a folder, for each architecture that Lambda has. */
    static List<CustomRuntime> allIn(Path folder) {
        return Stream.of(Architecture.ARM_64, Architecture.X86_64).map(Architecture::getName)
                .map(name -> new CustomRuntime(folder.resolve("custom-runtime-" + name + ".zip"), name)).toList();
    }
}
