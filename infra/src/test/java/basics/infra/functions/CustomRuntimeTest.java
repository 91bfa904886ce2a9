package basics.infra.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import basics.infra.Synthesised;
import basics.infra.settings.Project;
import basics.infra.settings.Refusal;

class CustomRuntimeTest {

    private static final String FUNCTION = "AWS::Lambda::Function";

    @ParameterizedTest
    @ValueSource(strings = {"arm64", "x86_64"})
    void shouldRunTheOperationsOnTheirOwnJava(String architecture) throws IOException {
        // Given
        var project = Synthesised.projectWithSmallJars();
        zip(project, architecture, "operations");

        // When
        var synthesised = synthesise(project);

        // Then
        assertThat(synthesised.operations()).hasSameSizeAs(Synthesised.contract().operations())
                .allSatisfy((id, function) -> {
                    assertThat(function.at("/Properties/Runtime").asText()).isEqualTo("provided.al2023");
                    assertThat(function.at("/Properties/Architectures/0").asText()).isEqualTo(architecture);
                    assertThat(function.at("/Properties/Code/S3Key").asText()).endsWith(".zip");
                    assertThat(function.at("/Properties/Handler"))
                            .isEqualTo(Synthesised.of("dev").properties(FUNCTION, id).path("Handler"));
                });
    }

    @Test
    void shouldRunTheFunctionThatCountsLikeTheOperations() throws IOException {
        // Given
        var project = Synthesised.projectWithSmallJars();
        zip(project, "arm64", "operations");

        // When
        var synthesised = synthesise(project);

        // Then
        var operation = synthesised.operations().values().iterator().next().path("Properties");
        var function = synthesised.properties(FUNCTION, "KeepCounts");
        assertThat(function.path("Runtime").asText()).isEqualTo("provided.al2023");
        assertThat(function.path("Code")).isEqualTo(operation.path("Code"));
        assertThat(function.path("Architectures")).isEqualTo(operation.path("Architectures"));
    }

    @Test
    void shouldRunTheAuthorizerOnLambdasJava() throws IOException {
        // Given
        var project = Synthesised.projectWithSmallJars();
        zip(project, "x86_64", "operations");

        // When
        var authorizer = synthesise(project).properties(FUNCTION, "Authorizer");

        // Then
        assertThat(authorizer).isEqualTo(Synthesised.of("dev").properties(FUNCTION, "Authorizer"));
    }

    @Test
    void shouldSayHowToBuildAMissingZip() {
        // Given
        var project = Synthesised.projectWithSmallJars();

        // When, then
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> synthesise(project))
                .withMessage("There is no custom-runtime-*.zip in " + project.customRuntimes()
                        + ": build it with `mvn -Pcustom-runtime package`.");
    }

    @Test
    void shouldRefuseAZipOfOtherFunctions() throws IOException {
        // Given
        var project = Synthesised.projectWithSmallJars();
        var zip = zip(project, "arm64", "operationS");

        // When, then
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> synthesise(project))
                .withMessage(zip + " holds other functions than " + project.functionJar()
                        + ": build it with `mvn -Pcustom-runtime package`.");
    }

    @Test
    void shouldNotChooseBetweenArchitectures() throws IOException {
        // Given
        var project = Synthesised.projectWithSmallJars();
        zip(project, "arm64", "operations");
        zip(project, "x86_64", "operations");

        // When, then
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> synthesise(project))
                .withMessage(project.customRuntimes() + " has zips of several architectures: remove all but one.");
    }

    @Test
    void shouldRefuseAMalformedZip() throws IOException {
        // Given
        var project = Synthesised.projectWithSmallJars();
        var zip = Files.writeString(project.customRuntimes().resolve("custom-runtime-arm64.zip"), "half of it");

        // When, then
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> synthesise(project))
                .withMessageStartingWith(zip + " can't be read: ").withMessageNotContaining("\n");
    }

    private static Synthesised synthesise(Project project) {
        return Synthesised.anew("dev", Map.of("runtime", "custom"), project);
    }

    private static Path zip(Project project, String architecture, String functions) throws IOException {
        var zip = project.customRuntimes().resolve("custom-runtime-" + architecture + ".zip");
        try (var output = new ZipOutputStream(Files.newOutputStream(zip))) {
            output.putNextEntry(new ZipEntry("functions.jar"));
            output.write(functions.getBytes(StandardCharsets.UTF_8));
        }
        return zip;
    }
}
