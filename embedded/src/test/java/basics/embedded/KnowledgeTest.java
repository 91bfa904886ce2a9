package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The embedded target knows the template's format, never the names of what a template describes. */
class KnowledgeTest {
    private static final String PACKAGE = KnowledgeTest.class.getPackageName();
    private static final Pattern OF_THE_SERVICE = Pattern
            .compile(
                    "(?i)/users|/events|/health|email|users_table|events_table|by-date|basics\\.(users|events|health)");

    @Test
    void shouldNotNameTheService() throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                // The project's own package may be called after what it is about.
                Files.readAllLines(file).stream().map(line -> line.replace(PACKAGE, ""))
                        .filter(line -> OF_THE_SERVICE.matcher(line).find())
                        .forEach(line -> found.add(file + ": " + line));
            }
        }

        assertThat(found).isEmpty();
    }
}
