package basics.acceptance.target.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {

    @TempDir
    private Path assembly;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream console = new PrintStream(shown, true, StandardCharsets.UTF_8);

    @Test
    void shouldShowHowItGoesAndTakeEverythingAway() throws IOException {
        synthesise(10);
        try (var emulator = new RecordedEmulator("CREATE_COMPLETE", "")) {
            Deployment.of(assembly, emulator.endpoint(), console).close();

            assertThat(shown()).contains("at most 15 minutes", "CREATE_IN_PROGRESS", "CREATE_COMPLETE");
            assertThat(emulator.asked()).anyMatch(asked -> asked.startsWith("Action=DeleteStack"));
        }
    }

    @Test
    void shouldSayHowToRemoveWhatACutOffRunHasLeft() throws IOException {
        synthesise(10);
        try (var emulator = new RecordedEmulator("CREATE_COMPLETE", "")) {
            Deployment.of(assembly, emulator.endpoint(), console).close();

            assertThat(shown()).contains("There is Shop-local-0a1b, of another run. Should that be over: aws ",
                    "cloudformation delete-stack --stack-name Shop-local-0a1b");
        }
    }

    @Test
    void shouldNotTellOfStacksThatAreDeleted() throws IOException {
        synthesise(10);
        try (var emulator = new RecordedEmulator("CREATE_COMPLETE", "")) {
            Deployment.of(assembly, emulator.endpoint(), console).close();
            shown.reset();

            Deployment.of(assembly, emulator.endpoint(), console).close();

            assertThat(shown()).contains("Deploying Shop-local").doesNotContain("of another run");
        }
    }

    @Test
    void shouldFailWithAllEventsAndDeleteTheStackWhenAResourceFails() throws IOException {
        synthesise(10);
        try (var emulator = new RecordedEmulator("ROLLBACK_COMPLETE", "no more tables")) {
            assertThatThrownBy(() -> Deployment.of(assembly, emulator.endpoint(), console))
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("ROLLBACK_COMPLETE")
                    .hasMessageContaining("CREATE_IN_PROGRESS").hasMessageContaining("no more tables");

            assertThat(emulator.asked()).anyMatch(asked -> asked.startsWith("Action=DeleteStack"));
        }
    }

    @Test
    void shouldFailWhenAResourceIsThereOnPaperOnly() throws IOException {
        synthesise(10);
        try (var emulator = new RecordedEmulator("CREATE_COMPLETE", "Deployed as a fallback")) {
            assertThatThrownBy(() -> Deployment.of(assembly, emulator.endpoint(), console))
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("on paper only")
                    .hasMessageContaining("Users");

            assertThat(emulator.asked()).anyMatch(asked -> asked.startsWith("Action=DeleteStack"));
        }
    }

    @Test
    void shouldSendATemplateAsTextUpToTheLimitOfTheApi() throws IOException {
        synthesise(51_200);
        try (var emulator = new RecordedEmulator("CREATE_COMPLETE", "")) {
            Deployment.of(assembly, emulator.endpoint(), console).close();

            assertThat(emulator.asked()).filteredOn(asked -> asked.startsWith("Action=CreateStack")).singleElement()
                    .asString().contains("TemplateBody={").doesNotContain("TemplateURL");
        }
    }

    @Test
    void shouldSendALongerTemplateByUrl() throws IOException {
        synthesise(51_201);
        try (var emulator = new RecordedEmulator("CREATE_COMPLETE", "")) {
            Deployment.of(assembly, emulator.endpoint(), console).close();

            assertThat(emulator.asked()).filteredOn(asked -> asked.startsWith("Action=CreateStack")).singleElement()
                    .asString().contains("TemplateURL=" + emulator.endpoint() + "/assets-000000000000/0a1b")
                    .doesNotContain("TemplateBody");
        }
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    private void synthesise(int templateBytes) throws IOException {
        Files.writeString(assembly.resolve("manifest.json"), """
            {"artifacts": {
              "Shop-local": {"type": "aws:cloudformation:stack", "properties": {
                "templateFile": "template.json", "bootstrapStackVersionSsmParameter": "version"}},
              "Shop-local.assets": {"type": "cdk:asset-manifest", "properties": {"file": "files.json"}}}}
            """);
        Files.writeString(assembly.resolve("files.json"), """
            {"files": {"0a1b": {"source": {"path": "template.json", "packaging": "file"}, "destinations": {"here": {
              "bucketName": "assets-${AWS::AccountId}", "objectKey": "0a1b"}}}}}
            """);
        Files.writeString(assembly.resolve("template.json"), "{" + " ".repeat(templateBytes - 2) + "}");
    }
}
