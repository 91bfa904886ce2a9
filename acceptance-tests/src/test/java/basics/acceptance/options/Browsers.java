package basics.acceptance.options;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser that pages are tried in: {@code -Dbrowser} takes the Chromium or Chrome of this machine,
 * {@code -Dbrowser=PATH} this one. None is ever downloaded.
 */
public final class Browsers {

    /** The option's name. */
    public static final String OPTION = "browser";

    /** What Maven makes of an option without a value. */
    private static final String ANY = "true";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
            "google-chrome-stable", "chrome");
    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    private Browsers() {}

    /**
     * The one that is asked for; empty when none is.
     *
     * @param option
     *            the option's value
     * @param variables
     *            the environment variables
     * @throws IllegalStateException
     *             if it isn't there
     */
    public static Optional<Path> find(Optional<String> option, Map<String, String> variables) {
        var asked = option.filter(value -> !value.isBlank() && !value.equals("false"));
        return asked.map(value -> value.equals(ANY) ? any(variables.getOrDefault("PATH", "")) : named(value));
    }

    static void check(Optional<String> option, Map<String, String> variables) {
        var unused = find(option, variables);
    }

    private static Path any(String path) {
        var onPath = Arrays.stream(path.split(File.pathSeparator, -1)).filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, PLACES.stream().map(Path::of)).filter(Browsers::runs).findFirst()
                .orElseThrow(() -> new IllegalStateException("-Dbrowser: there is no Chromium or Chrome here. "
                        + "Install one (Debian, Ubuntu: apt-get install chromium), or name it: -Dbrowser=PATH"));
    }

    private static Path named(String given) {
        var browser = Path.of(given).toAbsolutePath();
        if (!runs(browser)) {
            throw new IllegalStateException("-Dbrowser=%s: there is no such program".formatted(given));
        }
        return browser;
    }

    private static boolean runs(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
