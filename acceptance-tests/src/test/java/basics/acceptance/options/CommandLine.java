package basics.acceptance.options;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Refuses invalid options before anything is built. The root {@code pom.xml} runs it. */
public final class CommandLine {

    private static final Path FEATURES = Path.of("acceptance-tests", "src", "test", "resources", "features");

    private CommandLine() {}

    /**
     * Exits with 1 and one message if an option is invalid.
     *
     * @param arguments
     *            each {@code NAME=VALUE}; a value that Maven left unresolved counts as absent
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
     * Checks all options.
     *
     * @throws IllegalArgumentException
     *            if an option is invalid
     * @throws IllegalStateException
     *            if an option names a service that can't be reached
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
