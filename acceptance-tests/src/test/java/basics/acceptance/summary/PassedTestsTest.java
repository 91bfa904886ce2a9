package basics.acceptance.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassedTestsTest {

    @TempDir
    private Path root;

    @Test
    void shouldAddUpTheReportsOfThisBuild() throws IOException {
        report("surefire-reports/TEST-a.xml", "tests=\"1200\" skipped=\"0\" errors=\"1\" failures=\"0\"");
        report("failsafe-reports/TEST-b.xml", "tests=\"5\" skipped=\"1\" errors=\"0\" failures=\"2\"");
        var old = report("surefire-reports/TEST-old.xml", "tests=\"7\" skipped=\"0\" errors=\"0\" failures=\"0\"");
        assertThat(old.toFile().setLastModified(1_000)).isTrue();

        var line = PassedTests.line(root.resolve("functions"), Instant.ofEpochSecond(1_000));

        assertThat(line).contains("functions: 1201 tests passed, 1 skipped, 3 failed");
    }

    @Test
    void shouldPrintNothingWithoutATest() throws IOException {
        assertThat(PassedTests.line(root, Instant.EPOCH)).isEmpty();
    }

    @Test
    void shouldRefuseAReportWithoutACount() throws IOException {
        report("surefire-reports/TEST-a.xml", "name=\"a\"");

        assertThatThrownBy(() -> PassedTests.line(root.resolve("functions"), Instant.EPOCH))
                .hasMessageContaining("doesn't say how many");
    }

    @Test
    void shouldSayWhyClassesWereLeftOut() throws IOException {
        var skipped = "<testcase><skipped message=\"It&apos;s off.\"/></testcase>";
        report("failsafe-reports/TEST-a.xml", "tests=\"2\" skipped=\"2\" errors=\"0\" failures=\"0\"", skipped);
        report("failsafe-reports/TEST-b.xml", "tests=\"1\" skipped=\"1\" errors=\"0\" failures=\"0\"",
                skipped.replace("It", "Property [x] does not exist ==> It"));
        report("failsafe-reports/TEST-c.xml", "tests=\"2\" skipped=\"1\" errors=\"0\" failures=\"0\"",
                skipped.replace("off", "partly off"));

        assertThat(PassedTests.leftOut(root.resolve("functions"), Instant.EPOCH)).containsExactly("It's off.");
    }

    private Path report(String path, String attributes) throws IOException {
        return report(path, attributes, "");
    }

    private Path report(String path, String attributes, String cases) throws IOException {
        var file = root.resolve("functions/target").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite time="1.5" %s>
            %s
            </testsuite>
            """.formatted(attributes, cases));
    }
}
