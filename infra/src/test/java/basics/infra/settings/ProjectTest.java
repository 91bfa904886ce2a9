package basics.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {

    @Test
    void shouldBeFoundFromAModule() {
        assertThat(Project.find().root()).isDirectoryContaining("glob:**/openapi.yaml");
    }

    @Test
    void shouldSayHowToBuildAMissingJar(@TempDir Path folder) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(new Project(folder)::existingFunctionJar)
                .withMessage(folder.resolve("functions/target/functions.jar")
                        + " is missing: build it with `mvn -pl functions package`.");
        assertThatExceptionOfType(Refusal.class).isThrownBy(new Project(folder)::existingAuthorizerJar)
                .withMessage(folder.resolve("authorizer/target/authorizer.jar")
                        + " is missing: build it with `mvn -pl authorizer package`.");
    }

    @Test
    void shouldReadTheContract() {
        assertThat(Project.find().openApi()).containsKeys("openapi", "paths", "components");
    }

    @Test
    void shouldSayWhichFileIsMissing(@TempDir Path folder) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(new Project(folder)::openApi)
                .withMessageStartingWith(folder.resolve("openapi.yaml") + " can't be read: ")
                .withMessageNotContaining("\n");
    }

    @Test
    void shouldSayWhereAFileIsMalformed(@TempDir Path folder) throws IOException {
        // Given
        Files.writeString(folder.resolve("cdk.json"), "{\n  \"context\": {\n");

        // When, then
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new Project(folder).context("dev"))
                .withMessageStartingWith(folder.resolve("cdk.json") + " is malformed: ")
                .withMessageContaining("line 3")
                .withMessageNotContaining("\n");
    }
}
