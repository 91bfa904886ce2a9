package basics.acceptance.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GreenBuildTest {

    @TempDir
    private Path root;

    @Test
    void shouldAddUpTheReportsOfEachModuleThatAreOfThisBuild() throws IOException {
        report("functions/target/surefire-reports/TEST-a.xml", 1_200, 0, "61.5");
        report("functions/target/failsafe-reports/TEST-b.xml", 3, 1, "1,000.2");
        var old = report("functions/target/surefire-reports/TEST-old.xml", 7, 0, "1");
        assertThat(old.toFile().setLastModified(1_000)).isTrue();
        report("apart/deep/target/surefire-reports/TEST-c.xml", 1, 0, "0");

        assertThat(GreenBuild.told(root, Instant.ofEpochSecond(1_000)).lines()).containsExactly("Green:",
                "  deep                    1 tests in     0 s",
                "  functions           1,203 tests in  1062 s, 1 of them skipped");
    }

    @Test
    void shouldSayWhenThereWasNoTest() throws IOException {
        Files.createFile(root.resolve("pom.xml"));

        assertThat(GreenBuild.told(root, Instant.EPOCH)).isEqualTo("Green, without a test.");
    }

    private Path report(String path, int tests, int skipped, String time) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(root.resolve(path.replaceFirst("/target/.*", "/pom.xml")), "");
        return Files.writeString(file, """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="a" time="%s" tests="%d" errors="0" skipped="%d" failures="0">
            </testsuite>
            """.formatted(time, tests, skipped));
    }
}
