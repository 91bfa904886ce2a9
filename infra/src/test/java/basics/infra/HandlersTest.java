package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import basics.infra.settings.Project;

/** This module knows the functions' handlers by name only, so the test looks for them in the jars. */
class HandlersTest {

    private static final Synthesised LOCAL = Synthesised.of("local");

    @Test
    void shouldBeInTheFunctionJar() throws IOException {
        assertContains(Project.find().functionJar(), LOCAL.operations().values());
    }

    @Test
    void shouldHaveTheFunctionThatCountsInTheSameJar() throws IOException {
        assertContains(Project.find().functionJar(),
                List.of(LOCAL.resource("AWS::Lambda::Function", "KeepCounts").getValue()));
    }

    @Test
    void shouldBeInTheAuthorizerJar() throws IOException {
        assertContains(Project.find().authorizerJar(),
                List.of(LOCAL.resource("AWS::Lambda::Function", "Authorizer").getValue()));
    }

    private static void assertContains(Path jar, Collection<JsonNode> functions) throws IOException {
        // Given
        assumeTrue(Files.exists(jar), "the jar is built by another module");

        // When
        try (var zip = new ZipFile(jar.toFile())) {
            // Then
            assertThat(functions).extracting(function -> function.at("/Properties/Handler").asText()).isNotEmpty()
                    .allSatisfy(name -> assertThat(zip.getEntry(name.replace('.', '/') + ".class")).isNotNull());
        }
    }
}
