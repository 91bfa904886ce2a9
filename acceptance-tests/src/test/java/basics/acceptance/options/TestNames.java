package basics.acceptance.options;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The test classes of all modules, to check {@code -Dtest=} and {@code -Dit.test=}. Without the check, a build would be
 * green if no module has the test.
 */
final class TestNames {

    private static final Path TESTS = Path.of("src", "test", "java");
    private static final String SOURCE = ".java";

    private TestNames() {}

    /**
     * Checks that each part of the option matches a test. Methods and regular expressions are left to Surefire.
     *
     * @throws IllegalArgumentException
     *            if a part matches no test
     */
    static void check(String option, String given, Path root) {
        var known = below(root);
        for (var part : given.split(",", -1)) {
            var name = part.strip().replaceFirst("#.*", "").replaceFirst("\\.(java|class)$", "").replace('/', '.');
            if (!name.startsWith("!") && !name.startsWith("%") && known.stream().noneMatch(test -> means(name, test))) {
                throw new IllegalArgumentException(
                        "-D%s=%s: no module has such a test; similar ones are %s".formatted(option, part.strip(),
                                String.join(", ", Near.to(name, known.stream().map(TestNames::simple).toList()))));
            }
        }
    }

    private static boolean means(String pattern, String test) {
        var regex = Arrays.stream(pattern.split("((?<=[*?])|(?=[*?]))", -1)).map(TestNames::regex)
                .reduce("", String::concat);
        return test.matches(regex) || simple(test).matches(regex);
    }

    private static String regex(String piece) {
        return switch (piece) {
            case "*" -> ".*";
            case "?" -> ".";
            default -> Pattern.quote(piece);
        };
    }

    private static String simple(String test) {
        return test.substring(test.lastIndexOf('.') + 1);
    }

    private static List<String> below(Path root) {
        var tests = new ArrayList<String>();
        for (var module : modules(root)) {
            var sources = module.resolve(TESTS);
            if (Files.isDirectory(sources)) {
                tests.addAll(of(sources));
            }
        }
        return tests;
    }

    private static List<String> of(Path sources) {
        try (var files = Files.walk(sources)) {
            return files.map(file -> sources.relativize(file).toString()).filter(file -> file.endsWith(SOURCE))
                    .map(file -> file.substring(0, file.length() - SOURCE.length()).replaceAll("[/\\\\]", "."))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folders with a POM, one or two levels down. */
    private static List<Path> modules(Path root) {
        try (var folders = Files.find(root, 2, (path, _) -> Files.exists(path.resolve("pom.xml")))) {
            return Stream.concat(Stream.of(root), folders).distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
