package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class HandlersTest {

    private static final Pattern HANDLER = Pattern.compile("basics/(users|events|health)/[A-Z].*\\.class");

    @Test
    void shouldBeInTheFunctionJar() throws IOException {
        // Given
        var project = Project.find();
        assumeTrue(Files.exists(project.functionJar()), "the function jar is built by another module");
        var classes = project.contract().operations().stream().map(Operation::handler)
                .map(name -> name.replace('.', '/') + ".class").toList();

        // When
        try (var jar = new ZipFile(project.functionJar().toFile())) {
            assumeTrue(jar.stream().anyMatch(file -> HANDLER.matcher(file.getName()).matches()), "no handlers yet");

            // Then
            assertThat(classes).isNotEmpty().allSatisfy(name -> assertThat(jar.getEntry(name)).isNotNull());
        }
    }
}
