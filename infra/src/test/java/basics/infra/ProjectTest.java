package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
    void shouldReadTheOperationsOfTheContract() {
        assertThat(Project.find().contract().operations())
                .contains(new Operation("createUser", "users", "POST", "/users", "Create a user",
                        Optional.of("users:write")),
                        new Operation("listEventsOnDate", "events", "GET", "/events",
                                "List the events of a day, whatever their name", Optional.of("events:read")),
                        new Operation("checkHealth", "health", "GET", "/health", "Is the service there?",
                                Optional.empty()))
                .hasSize(10);
    }

    @Test
    void shouldSayWhichFileIsMissing(@TempDir Path folder) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(new Project(folder)::contract)
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
