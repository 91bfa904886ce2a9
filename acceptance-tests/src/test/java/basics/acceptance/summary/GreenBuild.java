package basics.acceptance.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The last lines of a green build: how many tests each module has run. */
public final class GreenBuild {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyMMddHHmmss");

    private GreenBuild() {}

    /**
     * Prints them.
     *
     * @param arguments
     *            the project's folder, and when the build began (UTC, {@code yyMMddHHmmss}): older reports don't count
     */
    public static void main(String[] arguments) {
        var began = LocalDateTime.parse(arguments[1], TIMESTAMP).toInstant(ZoneOffset.UTC);
        System.out.println(told(Path.of(arguments[0]), began));
    }

    static String told(Path root, Instant began) {
        var lines = modules(root).stream().flatMap(module -> line(module, began).stream()).toList();
        return lines.isEmpty() ? "Green, without a test." : "Green:\n" + String.join("\n", lines);
    }

    private static Optional<String> line(Path module, Instant began) {
        var suites = reports(module).stream().filter(report -> isSince(report, began)).map(TestSuite::read).toList();
        var tests = suites.stream().mapToInt(TestSuite::tests).sum();
        var skipped = suites.stream().mapToInt(TestSuite::skipped).sum();
        return tests == 0
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "  %-18s %,6d tests in %5.0f s%s",
                        Objects.requireNonNull(module.getFileName()), tests,
                        suites.stream().mapToDouble(TestSuite::seconds).sum(),
                        skipped == 0 ? "" : ", %d of them skipped".formatted(skipped)));
    }

    private static boolean isSince(Path report, Instant began) {
        return report.toFile().lastModified() >= began.toEpochMilli();
    }

    private static List<Path> modules(Path root) {
        return files(root, 3, "pom.xml").stream().map(Path::getParent).filter(Objects::nonNull).toList();
    }

    private static List<Path> reports(Path module) {
        return Stream.of("surefire-reports", "failsafe-reports").map(folder -> module.resolve("target").resolve(folder))
                .filter(Files::isDirectory).flatMap(folder -> files(folder, 1, ".xml").stream())
                .filter(file -> file.getFileName().toString().startsWith("TEST-")).toList();
    }

    private static List<Path> files(Path folder, int depth, String end) {
        try (var files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
