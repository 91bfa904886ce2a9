package basics.acceptance.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prints one line for each module of a build with the number of its passed tests. Maven's own report is ten times as
 * long.
 */
public final class PassedTests {

    private static final Pattern SUITE = Pattern.compile("<testsuite [^>]*>");

    private static final DateTimeFormatter BUILD = DateTimeFormatter.ofPattern("yyMMddHHmmss");

    private PassedTests() {}

    /**
     * Prints the line.
     *
     * @param arguments
     *            the module's folder; the start of the build (UTC, {@code yyMMddHHmmss}), since older reports don't
     *            count; and for the last module with tests, the build's last line
     */
    public static void main(String[] arguments) throws IOException {
        var passed = line(Path.of(arguments[0]), LocalDateTime.parse(arguments[1], BUILD).toInstant(ZoneOffset.UTC));
        passed.ifPresent(System.out::println);
        // Failed integration tests end the build later.
        if (arguments.length > 2 && !arguments[2].isEmpty() && !passed.orElse("").contains("failed")) {
            System.out.println(arguments[2]);
        }
    }

    /** The line; empty if no test ran. */
    static Optional<String> line(Path module, Instant began) throws IOException {
        var tests = 0;
        var skipped = 0;
        var failed = 0;
        for (var folder : new String[]{"surefire-reports", "failsafe-reports"}) {
            for (var report : reports(module.resolve("target").resolve(folder))) {
                if (report.toFile().lastModified() >= began.toEpochMilli()) {
                    var suite = suite(report);
                    tests += count(suite, "tests");
                    skipped += count(suite, "skipped");
                    failed += count(suite, "failures") + count(suite, "errors");
                }
            }
        }
        return tests == 0
                ? Optional.empty()
                : Optional.of("%s: %d tests passed%s%s".formatted(module.getFileName(), tests - skipped - failed,
                        skipped == 0 ? "" : ", %d skipped".formatted(skipped),
                        failed == 0 ? "" : ", %d failed".formatted(failed)));
    }

    private static Path[] reports(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new Path[0];
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).toArray(Path[]::new);
        }
    }

    private static String suite(Path report) throws IOException {
        try (var lines = Files.lines(report)) {
            return lines.map(SUITE::matcher).filter(found -> found.find()).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(report + " is not a report of tests.")).group();
        }
    }

    private static int count(String suite, String name) {
        var found = Pattern.compile(' ' + name + "=\"(\\d+)\"").matcher(suite);
        if (!found.find()) {
            throw new IllegalArgumentException("A report of tests doesn't say how many: " + suite);
        }
        return Integer.parseInt(found.group(1));
    }
}
