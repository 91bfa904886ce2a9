package basics.acceptance.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A report of Surefire, as far as it counts.
 *
 * @param tests
 *            all of them, those that were skipped among them
 */
record TestSuite(int tests, int skipped, double seconds) {

    private static final Pattern START = Pattern.compile("<testsuite [^>]*>");

    /**
     * Reads the report's first element.
     *
     * @throws IllegalArgumentException
     *             if the file is no such report
     */
    static TestSuite read(Path report) {
        try (var lines = Files.lines(report)) {
            return lines.map(START::matcher).filter(found -> found.find()).findFirst()
                    .map(found -> of(found.group())).orElseThrow(
                            () -> new IllegalArgumentException(report + " is no report of tests"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestSuite of(String element) {
        return new TestSuite(Integer.parseInt(attribute(element, "tests")),
                Integer.parseInt(attribute(element, "skipped")),
                Double.parseDouble(attribute(element, "time").replace(",", "")));
    }

    private static String attribute(String element, String name) {
        var found = Pattern.compile(' ' + name + "=\"([^\"]*)\"").matcher(element);
        return found.find() ? found.group(1) : "0";
    }
}
