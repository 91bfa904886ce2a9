package basics.acceptance.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.xml.sax.SAXException;

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
        var began = LocalDateTime.parse(arguments[1], BUILD).toInstant(ZoneOffset.UTC);
        var passed = line(Path.of(arguments[0]), began);
        passed.ifPresent(System.out::println);
        leftOut(Path.of(arguments[0]), began).forEach(System.out::println);
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
        for (var report : reports(module, began)) {
            var suite = suite(report);
            tests += count(suite, "tests");
            skipped += count(suite, "skipped");
            failed += count(suite, "failures") + count(suite, "errors");
        }
        return tests == 0
                ? Optional.empty()
                : Optional.of("%s: %d tests passed%s%s".formatted(module.getFileName(), tests - skipped - failed,
                        skipped == 0 ? "" : ", %d skipped".formatted(skipped),
                        failed == 0 ? "" : ", %d failed".formatted(failed)));
    }

    /** Why classes were skipped as a whole: the reasons, each once. */
    static Set<String> leftOut(Path module, Instant began) throws IOException {
        var reasons = new TreeSet<String>();
        for (var report : reports(module, began)) {
            var suite = suite(report);
            if (count(suite, "skipped") > 0 && count(suite, "skipped") == count(suite, "tests")) {
                reasons.add(reason(report));
            }
        }
        return reasons;
    }

    private static String reason(Path report) throws IOException {
        try {
            var skipped = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile())
                    .getElementsByTagName("skipped").item(0);
            // JUnit puts the condition in front of a reason.
            return skipped.getAttributes().getNamedItem("message").getNodeValue().replaceFirst(".* ==> ", "");
        } catch (ParserConfigurationException | SAXException malformed) {
            throw new IOException(report + " is not a report of tests.", malformed);
        }
    }

    private static List<Path> reports(Path module, Instant began) throws IOException {
        var reports = new ArrayList<Path>();
        for (var folder : new String[]{"surefire-reports", "failsafe-reports"}) {
            var all = module.resolve("target").resolve(folder);
            if (Files.isDirectory(all)) {
                try (Stream<Path> files = Files.list(all)) {
                    files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                            .filter(file -> file.toFile().lastModified() >= began.toEpochMilli())
                            .forEach(reports::add);
                }
            }
        }
        return reports;
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
