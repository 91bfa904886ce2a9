package basics.acceptance.options;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Refuses, before anything is built, options that can't hold. The root {@code pom.xml} runs it. */
public final class CommandLine {

    private static final Path FEATURES = Path.of("acceptance-tests", "src", "test", "resources", "features");

    private CommandLine() {}

    /**
     * Ends the process with 1 and one message if an option can't hold.
     *
     * @param arguments
     *            {@code NAME=VALUE} each, in the project's folder; what Maven has left as it stands was not given
     */
    public static void main(String[] arguments) {
        var given = new HashMap<String, String>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (parts.length == 2 && !parts[1].isBlank() && !parts[1].startsWith("${")) {
                given.put(parts[0], parts[1].strip());
            }
        }
        try {
            check(given, Path.of(""));
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println("\n" + e.getMessage() + "\n");
            System.exit(1);
        }
    }

    /**
     * Checks all of them.
     *
     * @throws IllegalArgumentException
     *             if one makes no sense
     * @throws IllegalStateException
     *             if one names what can't be reached from here
     */
    static void check(Map<String, String> given, Path root) {
        for (var option : new String[]{"test", "it.test"}) {
            if (given.containsKey(option)) {
                TestNames.check(option, given.get(option), root);
            }
        }
        var choice = Choice.of(name -> Optional.ofNullable(given.get(name)));
        if (!choice.isOfAll()) {
            choice.among(FeatureFiles.below(root.resolve(FEATURES)));
        }
        Browsers.check(Optional.ofNullable(given.get(Browsers.OPTION)), System.getenv());
        TargetOptions.check(name -> Optional.ofNullable(given.get(name)), System.getenv(), root);
    }
}
