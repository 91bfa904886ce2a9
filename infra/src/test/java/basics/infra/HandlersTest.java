package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class HandlersTest {

    @Test
    void shouldBeInTheFunctionJar() throws IOException {
        var project = Project.find();
        assertContains(project.functionJar(),
                project.contract().operations().stream().map(Operation::handler).toList());
    }

    @Test
    void shouldBeInTheAuthorizerJar() throws IOException {
        assertContains(Project.find().authorizerJar(), List.of(Authorizer.HANDLER));
    }

    private static void assertContains(Path jar, List<String> handlers) throws IOException {
        // Given
        assumeTrue(Files.exists(jar), "the jar is built by another module");

        // When
        try (var zip = new ZipFile(jar.toFile())) {
            // Then
            assertThat(handlers).isNotEmpty().allSatisfy(
                    name -> assertThat(zip.getEntry(name.replace('.', '/') + ".class")).isNotNull());
        }
    }
}
